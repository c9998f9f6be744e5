package mo.farol.core.accesslog.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile below {@code tile/} (C2SP tlog-tiles): {@code <L>/<N>[.p/<W>]}, where N is written in groups of
 * three digits, all but the last marked by an x.
 *
 * @param level of the tile; {@link #ENTRIES} for the entries themselves
 * @param width hashes or entries asked for, 1 to 256; 256 for a full one
 */
public record TilePath(int level, long number, int width) {
    /** In place of a level: the entries, each with its length in front, in two bytes. */
    public static final int ENTRIES = -1;

    private static final Pattern FORM = Pattern.compile(
            "(?<level>entries|[0-9]|[1-5][0-9]|6[0-3])/(?<number>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[0-9]{1,3}))?");
    private static final int GROUP = 1000;

    /** @return empty when it is not the one right spelling of an address */
    public static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        String level = form.group("level");
        String width = form.group("width");
        TilePath read = new TilePath(
                level.equals("entries") ? ENTRIES : Integer.parseInt(level),
                Long.parseLong(form.group("number").replaceAll("[x/]", "")),
                width == null ? TileId.WIDTH : Integer.parseInt(width));
        return Optional.of(read).filter(each -> each.width >= 1 && each.text().equals(path));
    }

    /** The tile whose first hashes these are; for entries, that of their leaf hashes. */
    public TileId tile() {
        return new TileId(Math.max(level, 0), number);
    }

    /** The address below {@code tile/}. */
    public String text() {
        StringBuilder groups = new StringBuilder(group(number % GROUP));
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, "x" + group(rest % GROUP) + "/");
        }
        return (level == ENTRIES ? "entries" : level) + "/" + groups + (width == TileId.WIDTH ? "" : ".p/" + width);
    }

    private static String group(long value) {
        return String.format(Locale.ROOT, "%03d", value);
    }
}
