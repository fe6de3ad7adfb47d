package org.shengmo.petition.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Where townships stand on the schematic map: column and row of a honeycomb by the township's code, from the file that
 * {@code shengmo.petition.map} names. Townships without a place follow in their order.
 */
@Component
class MapPlaces {

    /** A cell of the honeycomb; every second row stands half a cell to the right. */
    record Cell(int column, int row) {}

    private final Map<String, Cell> places = new HashMap<>();

    MapPlaces(@Value("${shengmo.petition.map:}") String location, ResourceLoader files) {
        if (!location.isEmpty()) {
            read(files.getResource(location));
        }
    }

    /** Lines of code, column and row with tabs between; {@code #} begins a remark. */
    private void read(Resource file) {
        try {
            for (String line :
                    file.getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
                String[] cells = line.strip().split("\t", -1);
                if (!line.startsWith("#") && cells.length == 3) {
                    places.put(cells[0], new Cell(Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell for each code, in order; those that have none of their own come in rows below the others. */
    Map<String, Cell> of(List<String> codes) {
        Map<String, Cell> cells = new HashMap<>();
        codes.stream().filter(places::containsKey).forEach(code -> cells.put(code, places.get(code)));
        List<String> others =
                codes.stream().filter(code -> !places.containsKey(code)).toList();
        int below = cells.values().stream().mapToInt(Cell::row).max().orElse(-1) + 1;
        int across = Math.max(1, (int) Math.ceil(Math.sqrt(others.size())));
        for (int i = 0; i < others.size(); i++) {
            cells.put(others.get(i), new Cell(i % across, below + i / across));
        }
        return cells;
    }
}
