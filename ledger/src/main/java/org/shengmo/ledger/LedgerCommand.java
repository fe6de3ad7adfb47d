package org.shengmo.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.shengmo.ledger.Arguments.WrongException;

/**
 * The ledger's commands: {@code verify}, {@code receipt}, {@code witness}, {@code key}. They need this jar and a JDK, no
 * database and no network but to the log itself. Exit codes: 0 nothing wrong, 1 something wrong, 2 used wrongly.
 */
public final class LedgerCommand {

    private static final int SOUND = 0;
    private static final int UNSOUND = 1;
    private static final int MISUSED = 2;
    private static final int PRINTED = 100;
    private static final Set<String> OPTIONS = Set.of(
            "--log",
            "--key",
            "--origin",
            "--earlier",
            "--witness",
            "--quorum",
            "--language",
            "--listen",
            "--state",
            "--secret",
            "--log-key",
            "--name",
            "--for");

    private final PrintStream out;
    private final PrintStream problems;
    private final Clock clock;
    private final Signatures signatures;
    private final Optional<FurtherAudit> further;
    private Wording wording;

    public LedgerCommand(PrintStream out, PrintStream problems, Locale locale, Clock clock, Signatures signatures) {
        this(out, problems, locale, clock, signatures, Optional.empty());
    }

    /** @param further what {@code verify} compares with the log too */
    public LedgerCommand(
            PrintStream out,
            PrintStream problems,
            Locale locale,
            Clock clock,
            Signatures signatures,
            Optional<FurtherAudit> further) {
        this.out = out;
        this.problems = problems;
        this.clock = clock;
        this.signatures = signatures;
        this.further = further;
        this.wording = Wording.of(locale);
    }

    /** Runs as a program of its own. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream problems = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        LedgerCommand command =
                new LedgerCommand(out, problems, Locale.getDefault(), Clock.systemUTC(), Signatures.standard());
        System.exit(command.run(List.of(arguments)));
    }

    /** Runs a command and gives its exit code. */
    public int run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (WrongException e) {
            problems.println(wording.say("ledger.usage.wrong", e.say(wording)));
            problems.println(wording.plain("ledger.usage"));
        } catch (LedgerException e) {
            problems.println(wording.say("ledger.usage.wrong", e.getMessage()));
        }
        return MISUSED;
    }

    private int dispatch(List<String> all) throws WrongException {
        if (all.isEmpty() || all.contains("--help") || all.contains("-h")) {
            (all.isEmpty() ? problems : out).println(wording.plain("ledger.usage"));
            return all.isEmpty() ? MISUSED : SOUND;
        }
        Arguments arguments = Arguments.parse(all.subList(1, all.size()), OPTIONS);
        arguments.option("--language").ifPresent(tag -> wording = Wording.of(Locale.forLanguageTag(tag)));
        return switch (all.get(0)) {
            case "verify" -> verify(arguments);
            case "receipt" -> receipt(arguments);
            case "witness" -> witness(arguments);
            case "key" -> key(arguments);
            default -> throw new WrongException("ledger.usage.unknown", all.get(0));
        };
    }

    private int verify(Arguments arguments) throws WrongException {
        arguments.noWords();
        Trust trust = trust(arguments);
        Optional<String> earlierFile = arguments.option("--earlier");
        Optional<Checkpoint> earlier = earlierFile.isEmpty()
                ? Optional.empty()
                : Optional.of(Checkpoint.open(bytes(earlierFile.get()), trust.with(List.of(), 0)));
        TileSource log = further.isPresent() && arguments.option("--log").isEmpty()
                ? further.get().log()
                : source(arguments.needed("--log"));
        AuditReport report = new LogAudit(log, trust, earlier).run();
        say(report, earlier);
        long faults = report.faultCount();
        if (report.head().isPresent() && further.isPresent()) {
            faults += compare(log, report.head().get());
        }
        if (faults > 0) {
            out.println(wording.say("ledger.verify.unsound", faults));
        }
        return faults == 0 ? SOUND : UNSOUND;
    }

    private void say(AuditReport report, Optional<Checkpoint> earlier) {
        if (report.isSound()) {
            TreeHead head = report.head().orElseThrow();
            out.println(wording.say("ledger.verify.sound", head.origin(), head.size(), head.root()));
            earlier.ifPresent(before -> out.println(wording.say("ledger.verify.consistent", before.size())));
        }
        print(report.faults().stream().map(wording::say).toList(), report.faultCount());
    }

    private void print(List<String> faults, long count) {
        faults.stream().limit(PRINTED).forEach(out::println);
        if (count > PRINTED) {
            out.println(wording.say("ledger.verify.more", count - PRINTED));
        }
    }

    private long compare(TileSource log, TreeHead head) {
        try {
            FurtherAudit.Comparison comparison = further.orElseThrow().compare(log, head);
            out.println(comparison.summary());
            print(comparison.faults(), comparison.faultCount());
            return comparison.faultCount();
        } catch (IOException | LedgerException e) {
            out.println(wording.say(Fault.of(Fault.Kind.UNREADABLE, "log", e)));
            return 1;
        }
    }

    private static TileSource source(String log) throws WrongException {
        if (log.startsWith("http://") || log.startsWith("https://")) {
            try {
                return new HttpTileSource(URI.create(log));
            } catch (IllegalArgumentException e) {
                throw new WrongException("ledger.usage.unreadable", log, e.getMessage());
            }
        }
        if (!Files.isDirectory(Path.of(log))) {
            throw new WrongException("ledger.usage.unreadable", log, "—");
        }
        return new FileStorage(Path.of(log));
    }

    private int receipt(Arguments arguments) throws WrongException {
        Trust trust = trust(arguments);
        byte[] bytes = bytes(arguments.word("FILE"));
        try {
            Receipt receipt = Receipt.parse(bytes);
            Inclusion inclusion = receipt.verify(trust);
            out.println(wording.say(
                    "ledger.receipt.sound",
                    inclusion.checkpoint().origin(),
                    inclusion.index(),
                    inclusion.checkpoint().size()));
            out.println(receipt.entry());
            out.println(
                    wording.plain(receipt.opening().isPresent() ? "ledger.receipt.content" : "ledger.receipt.bare"));
            receipt.opening().ifPresent(shown -> out.println(shown.content()));
            return SOUND;
        } catch (LedgerException e) {
            out.println(wording.say("ledger.receipt.unsound", e.getMessage()));
            return UNSOUND;
        }
    }

    private Trust trust(Arguments arguments) throws WrongException {
        arguments.needed("--key");
        List<NoteVerifier> keys = verifiers(arguments.all("--key"));
        List<NoteVerifier> witnesses = verifiers(arguments.all("--witness"));
        String origin = arguments.option("--origin").orElse(keys.get(0).key().name());
        long quorum = arguments.option("--quorum").map(Decimal::parse).orElse((long) witnesses.size());
        if (quorum > witnesses.size()) {
            throw new WrongException("ledger.usage.needed", "--witness");
        }
        return new Trust(origin, keys, witnesses, (int) quorum);
    }

    private List<NoteVerifier> verifiers(List<String> keys) {
        List<NoteVerifier> verifiers = new ArrayList<>();
        keys.forEach(key -> verifiers.add(signatures.verifier(key)));
        return verifiers;
    }

    private int witness(Arguments arguments) throws WrongException {
        arguments.noWords();
        arguments.needed("--log-key");
        String[] listen = arguments.needed("--listen").split(":", 2);
        if (listen.length != 2 || !listen[1].matches("[0-9]{1,5}")) {
            throw new WrongException("ledger.usage.needed", "--listen HOST:PORT");
        }
        SecretKey secret = SecretKey.parse(new String(bytes(arguments.needed("--secret")), StandardCharsets.UTF_8));
        List<Trust> logs =
                verifiers(arguments.all("--log-key")).stream().map(Trust::log).toList();
        Witness witness = new Witness(logs, new Cosigner(secret, clock), Path.of(arguments.needed("--state")));
        InetSocketAddress address = new InetSocketAddress(listen[0], Integer.parseInt(listen[1]));
        try (WitnessServer server =
                new WitnessServer(witness, address, e -> problems.println(wording.say("ledger.witness.trouble", e)))) {
            out.println(wording.say("ledger.witness.serving", witness.key(), server.address()));
            new CountDownLatch(1).await();
            return SOUND;
        } catch (IOException e) {
            problems.println(wording.say("ledger.usage.unreadable", address, e));
            return UNSOUND;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SOUND;
        }
    }

    private int key(Arguments arguments) throws WrongException {
        arguments.noWords();
        Path file = Path.of(arguments.needed("--secret"));
        String purpose = arguments.option("--for").orElse("note");
        String name = arguments.needed("--name");
        SecureRandom random = new SecureRandom();
        SecretKey secret = switch (purpose) {
            case "note" -> SecretKey.forNotes(name, random);
            case "cosignature" -> SecretKey.forCosignatures(name, random);
            default -> throw new WrongException("ledger.usage.unknown", "--for " + purpose);
        };
        try {
            KeyFile.create(file, secret);
        } catch (IOException e) {
            throw new WrongException("ledger.usage.unreadable", file.toString(), e.toString());
        }
        out.println(wording.say("ledger.key.written", file));
        out.println(secret.key());
        return SOUND;
    }

    private static byte[] bytes(String file) throws WrongException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new WrongException("ledger.usage.unreadable", file, e.toString());
        }
    }
}
