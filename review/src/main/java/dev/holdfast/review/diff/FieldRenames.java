package dev.holdfast.review.diff;

import dev.holdfast.review.source.SourceMember;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields that have another name now, and what that does to the expressions of contracts: through
 * {@code this}, an enclosing instance, the type, or a parameter of the type.
 */
final class FieldRenames {
  private static final Pattern HEAD = Pattern.compile("(?<![\\w$.#\")\\]])([A-Za-z_$][\\w$]*)");
  private static final Pattern OF_PARAMETER = Pattern.compile("#(\\d+)\\.([A-Za-z_$][\\w$]*)");

  private final Map<String, Map<String, String>> byType = new TreeMap<>();

  FieldRenames(MemberMatch match) {
    for (MemberMatch.Pair pair : match.pairs()) {
      boolean renamed =
          pair.base().kind() == SourceMember.Kind.FIELD
              && !pair.sameName()
              && pair.base().type().equals(pair.head().type());
      if (renamed) {
        byType
            .computeIfAbsent(pair.base().type(), type -> new TreeMap<>())
            .put(pair.base().simpleName(), pair.head().simpleName());
      }
    }
  }

  boolean isEmpty() {
    return byType.isEmpty();
  }

  /** The member with fields in its contracts named as at head. */
  SourceMember applied(SourceMember member) {
    if (byType.isEmpty() || member.contracts().isEmpty()) {
      return member;
    }
    return member.withContracts(
        member.contracts().stream().map(c -> c.mapped(text -> renamed(text, member))).toList());
  }

  private String renamed(String text, SourceMember member) {
    String changed = text;
    for (Map.Entry<String, Map<String, String>> type : byType.entrySet()) {
      for (Map.Entry<String, String> field : type.getValue().entrySet()) {
        changed = absolute(changed, type.getKey(), field.getKey(), field.getValue());
      }
    }
    Map<String, String> own = byType.get(member.type());
    if (own != null) {
      Matcher heads = HEAD.matcher(changed);
      changed =
          heads.replaceAll(m -> Matcher.quoteReplacement(own.getOrDefault(m.group(), m.group())));
    }
    return ofParameters(changed, member);
  }

  private static String absolute(String text, String type, String from, String to) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String end = "(?![\\w$])";
    return text.replaceAll(
            Pattern.quote(type + "." + from) + end, Matcher.quoteReplacement(type + "." + to))
        .replaceAll(
            "(?<![\\w$.])" + Pattern.quote(simple + ".this." + from) + end,
            Matcher.quoteReplacement(simple + ".this." + to));
  }

  private String ofParameters(String text, SourceMember member) {
    int open = member.name().lastIndexOf('(');
    if (open < 0) {
      return text;
    }
    String[] types = member.name().substring(open + 1, member.name().length() - 1).split(",");
    return OF_PARAMETER
        .matcher(text)
        .replaceAll(
            m -> {
              int index = Integer.parseInt(m.group(1)) - 1;
              String type = index < types.length ? types[index] : "";
              return Matcher.quoteReplacement("#" + m.group(1) + "." + field(type, m.group(2)));
            });
  }

  private String field(String simpleType, String name) {
    for (Map.Entry<String, Map<String, String>> type : byType.entrySet()) {
      if (type.getKey().substring(type.getKey().lastIndexOf('.') + 1).equals(simpleType)) {
        return type.getValue().getOrDefault(name, name);
      }
    }
    return name;
  }
}
