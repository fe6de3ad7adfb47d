package org.shengmo.petition.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.petition.Rectifications.Cluster;
import org.shengmo.petition.Topic;

/**
 * The district as a honeycomb, a cell a township: a schematic map whose shade grows with the number of petitions.
 *
 * @param tiles the townships, most petitions first
 * @param width in units of the drawing, as {@code height}
 * @param elsewhere petitions from places in no township
 */
public record TileMap(List<Tile> tiles, int width, int height, int elsewhere) {

    private static final int ACROSS = 100;
    private static final int SIDE = 58;
    private static final int DOWN = 87;
    private static final int SHADES = 5;

    public TileMap {
        tiles = List.copyOf(tiles);
    }

    /**
     * A township.
     *
     * @param most its most frequent topic; null where it has no petition
     * @param shade 0 for none, to 5 for the most of all
     * @param x the cell's middle, as {@code y}
     */
    public record Tile(String name, int petitions, Topic most, int shade, int x, int y) {

        /** The six corners, as SVG writes them. */
        public String corners() {
            int half = ACROSS / 2 - 2;
            int side = SIDE - 2;
            int flat = SIDE / 2 - 1;
            return String.format(
                    Locale.ROOT,
                    "%d,%d %d,%d %d,%d %d,%d %d,%d %d,%d",
                    x,
                    y - side,
                    x + half,
                    y - flat,
                    x + half,
                    y + flat,
                    x,
                    y + side,
                    x - half,
                    y + flat,
                    x - half,
                    y - flat);
        }
    }

    /** @param topic the one to be counted; empty for all */
    static TileMap of(List<Cluster> clusters, Optional<Topic> topic, Directory directory, MapPlaces places) {
        List<Body> townships = directory.bodies().stream()
                .filter(body -> body.kind() == BodyKind.TOWNSHIP && body.abolished() == null)
                .sorted(Comparator.comparingInt(Body::position))
                .toList();
        Map<UUID, List<Cluster>> counted = new HashMap<>();
        clusters.stream()
                .filter(each -> topic.isEmpty() || topic.get() == each.topic())
                .forEach(each -> counted.computeIfAbsent(each.area(), area -> new ArrayList<>())
                        .add(each));
        Map<String, MapPlaces.Cell> cells =
                places.of(townships.stream().map(Body::code).toList());
        int most = townships.stream()
                .mapToInt(body -> sum(counted.get(body.id())))
                .max()
                .orElse(0);
        List<Tile> tiles = townships.stream()
                .map(body -> tile(body, counted.getOrDefault(body.id(), List.of()), cells.get(body.code()), most))
                .sorted(Comparator.comparingInt(Tile::petitions).reversed())
                .toList();
        int all = counted.values().stream().mapToInt(TileMap::sum).sum();
        return new TileMap(
                tiles,
                tiles.stream().mapToInt(Tile::x).max().orElse(0) + ACROSS / 2,
                tiles.stream().mapToInt(Tile::y).max().orElse(0) + SIDE,
                all - tiles.stream().mapToInt(Tile::petitions).sum());
    }

    private static Tile tile(Body body, List<Cluster> clusters, MapPlaces.Cell cell, int most) {
        int number = sum(clusters);
        return new Tile(
                body.name(),
                number,
                clusters.stream()
                        .max(Comparator.comparingInt(Cluster::petitions))
                        .map(Cluster::topic)
                        .orElse(null),
                number == 0 ? 0 : 1 + (SHADES - 1) * number / most,
                ACROSS / 2 + ACROSS * cell.column() + ACROSS / 2 * (cell.row() % 2),
                SIDE + DOWN * cell.row());
    }

    private static int sum(List<Cluster> clusters) {
        return clusters == null
                ? 0
                : clusters.stream().mapToInt(Cluster::petitions).sum();
    }
}
