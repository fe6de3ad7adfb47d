package org.shengmo.petition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody brings forward.
 *
 * @param channel how it came
 * @param naming whether they say who they are
 * @param topic what it is about
 * @param text what happened and what they ask for, at most 5,000 characters
 * @param place the village, township or other body where it happened
 * @param spot the place in words; may be empty
 * @param point the place as a point; null where none was given
 * @param complained the body complained of; null where none is
 * @param accused the official complained of; null where none is: then it goes to discipline intake alone
 * @param who their name and phone; {@link Who#NOBODY} when anonymous
 * @param published whether they agree that the text is public
 * @param files pictures and plain texts that show it
 * @param token what the sender's form drew at random, at least 20 characters, so that sending it again changes nothing;
 *     empty where there is none
 * @param receivedOn the day it was received, for what is entered later; null for today
 */
public record NewPetition(
        Channel channel,
        Naming naming,
        Topic topic,
        String text,
        UUID place,
        String spot,
        Point point,
        UUID complained,
        Accused accused,
        Who who,
        boolean published,
        List<Upload> files,
        String token,
        LocalDate receivedOn) {

    /** The longest text taken. */
    public static final int LONGEST = 5000;

    public NewPetition {
        files = List.copyOf(files);
        text = text.strip();
        spot = spot.strip();
    }

    /** A petition without a point, an official, files or a token. */
    public static NewPetition of(Channel channel, Naming naming, Topic topic, String text, UUID place, Who who) {
        return new NewPetition(
                channel, naming, topic, text, place, "", null, null, null, who, false, List.of(), "", null);
    }

    /** The same with the words for the place. */
    public NewPetition at(String words) {
        return new NewPetition(
                channel,
                naming,
                topic,
                text,
                place,
                words,
                point,
                complained,
                accused,
                who,
                published,
                files,
                token,
                receivedOn);
    }

    /** The same about an official. */
    public NewPetition about(Accused official) {
        return new NewPetition(
                channel,
                naming,
                topic,
                text,
                place,
                spot,
                point,
                complained,
                official,
                who,
                published,
                files,
                token,
                receivedOn);
    }

    /** The same with files. */
    public NewPetition with(List<Upload> uploads) {
        return new NewPetition(
                channel,
                naming,
                topic,
                text,
                place,
                spot,
                point,
                complained,
                accused,
                who,
                published,
                uploads,
                token,
                receivedOn);
    }

    /** The same from a form that drew a token. */
    public NewPetition from(String formToken) {
        return new NewPetition(
                channel,
                naming,
                topic,
                text,
                place,
                spot,
                point,
                complained,
                accused,
                who,
                published,
                files,
                formToken,
                receivedOn);
    }

    /**
     * Who they are.
     *
     * @param name at most 50 characters
     * @param phone digits, blanks and {@code +-}; may be empty for somebody who gave an address in the text
     */
    public record Who(String name, String phone) {

        /** Nobody that is known. */
        public static final Who NOBODY = new Who("", "");

        public Who {
            name = name.strip();
            phone = phone.strip();
        }
    }

    /**
     * The official complained of.
     *
     * @param name as the sender calls them
     * @param body the body they work in; null where the sender did not say
     */
    public record Accused(String name, UUID body) {
        public Accused {
            name = name.strip();
        }
    }

    /** A point on the map, in degrees (WGS 84). */
    public record Point(BigDecimal latitude, BigDecimal longitude) {

        /** @throws IllegalArgumentException where it is not on the globe */
        public Point {
            if (latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0
                    || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
                throw new IllegalArgumentException("not on the globe: " + latitude + ", " + longitude);
            }
        }
    }

    /** A file as it was sent. */
    @SuppressWarnings("ArrayRecordComponent") // made and read once, never compared
    public record Upload(String name, byte[] content) {}
}
