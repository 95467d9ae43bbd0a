package dev.holdfast.checker.message;

import dev.holdfast.checker.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules as they are told to people: one page each, from one resource each. */
public final class Catalogue {
  private static final String FOLDER = "/dev/holdfast/checker/rules/";
  private static final String SECTION = "== ";
  private static final String SUMMARY = "summary";

  private Catalogue() {}

  /** All pages, in the order of the rules. */
  public static List<RulePage> pages() {
    return Arrays.stream(Rule.values()).map(Catalogue::page).toList();
  }

  /** The page of a rule. */
  public static RulePage page(Rule rule) {
    Map<String, String> sections = sections(read(rule));
    return new RulePage(
        rule,
        folded(section(sections, SUMMARY, rule)),
        folded(section(sections, "meaning", rule)),
        folded(section(sections, "why", rule)),
        section(sections, "wrong", rule),
        section(sections, "right", rule),
        folded(section(sections, "fix", rule)));
  }

  /** What a rule means, by its id in any case; empty if there is none of that id. */
  public static Optional<String> explanation(String id) {
    return pages().stream()
        .filter(page -> page.rule().id().equalsIgnoreCase(id))
        .map(RulePage::text)
        .findFirst();
  }

  /** A line for each rule: its id, its severity and when it is reported. */
  public static String overview() {
    StringBuilder text = new StringBuilder();
    for (RulePage page : pages()) {
      text.append(
          "%-20s  %-7s  %s\n"
              .formatted(page.rule().id(), page.rule().severity().word(), page.summary()));
    }
    return text.toString();
  }

  /** The list of all rules as Markdown, with links to pages that stand beside it. */
  public static String index() {
    StringBuilder text =
        new StringBuilder("# Rules\n\n| Rule | Default | Reported when |\n|---|---|---|\n");
    for (RulePage page : pages()) {
      String id = page.rule().id();
      text.append(
          "| [%s](%s.md) | %s | %s |\n"
              .formatted(id, id, page.rule().severity().word(), page.summary()));
    }
    return text.toString();
  }

  private static String read(Rule rule) {
    String name = FOLDER + rule.id() + ".txt";
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no page for rule " + rule.id());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands before the first heading is the summary. */
  private static Map<String, String> sections(String text) {
    Map<String, String> result = new TreeMap<>();
    String name = SUMMARY;
    StringBuilder body = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith(SECTION)) {
        result.put(name, body.toString().strip());
        name = line.substring(SECTION.length());
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    result.put(name, body.toString().strip());
    return result;
  }

  private static String section(Map<String, String> sections, String name, Rule rule) {
    String text = sections.getOrDefault(name, "");
    if (text.isEmpty()) {
      throw new IllegalStateException("the page for rule " + rule.id() + " has no " + name);
    }
    return text;
  }

  /** Prose is one line a paragraph, to be wrapped by whoever shows it. */
  private static String folded(String prose) {
    return prose.replaceAll("(?<!\n)\n(?!\n)", " ");
  }
}
