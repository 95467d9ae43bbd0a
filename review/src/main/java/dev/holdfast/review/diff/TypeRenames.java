package dev.holdfast.review.diff;

import dev.holdfast.review.source.SourceMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which types were renamed or moved, and what that does to every name at base. */
final class TypeRenames {
  private static final double ENOUGH = 0.6;
  private static final double ENOUGH_WITH_NAME = 0.3;
  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\w.$])[A-Za-z_$][\\w$]*(?:\\.[\\w$]+)*");
  private static final Pattern WORD = Pattern.compile("(?<![\\w$])[A-Za-z_$][\\w$]*");

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> simple = new TreeMap<>();

  private TypeRenames() {}

  /** Finds them: types gone and types come whose members are much the same. */
  static TypeRenames find(Collection<SourceMember> base, Collection<SourceMember> head) {
    TypeRenames renames = new TypeRenames();
    Map<String, List<SourceMember>> gone = typesOnlyIn(base, head);
    Map<String, List<SourceMember>> come = typesOnlyIn(head, base);
    record Candidate(String from, String to, double score) {}
    List<Candidate> candidates = new ArrayList<>();
    for (String from : gone.keySet()) {
      for (String to : come.keySet()) {
        double score = score(from, gone.get(from), to, come.get(to));
        if (score > 0) {
          candidates.add(new Candidate(from, to, score));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::from)
            .thenComparing(Candidate::to));
    for (Candidate candidate : candidates) {
      boolean taken =
          renames.types.containsKey(candidate.from) || renames.types.containsValue(candidate.to);
      if (!taken) {
        renames.types.put(candidate.from, candidate.to);
      }
    }
    renames.types.forEach((from, to) -> renames.simple.put(last(from), last(to)));
    renames.simple.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    return renames;
  }

  /** New name by former name. */
  Map<String, String> types() {
    return types;
  }

  private static Map<String, List<SourceMember>> typesOnlyIn(
      Collection<SourceMember> here, Collection<SourceMember> there) {
    TreeSet<String> known = new TreeSet<>();
    there.stream().filter(TypeRenames::isType).forEach(type -> known.add(type.name()));
    Map<String, List<SourceMember>> only = new TreeMap<>();
    for (SourceMember member : here) {
      if (isType(member) && !known.contains(member.name())) {
        only.put(member.name(), new ArrayList<>());
      }
    }
    for (SourceMember member : here) {
      List<SourceMember> members = only.get(member.type());
      if (members != null) {
        members.add(member);
      }
    }
    return only;
  }

  private static boolean isType(SourceMember member) {
    return member.kind() == SourceMember.Kind.TYPE || member.kind() == SourceMember.Kind.ANNOTATION;
  }

  private static double score(
      String from, List<SourceMember> gone, String to, List<SourceMember> come) {
    boolean sameName = last(from).equals(last(to));
    boolean sameFile = gone.get(0).path().equals(come.get(0).path());
    if (gone.get(0).kind() != come.get(0).kind()) {
      return 0;
    }
    if (gone.size() == 1 && come.size() == 1) {
      boolean same = gone.get(0).contracts().equals(come.get(0).contracts());
      return sameName || sameFile && same || same && !gone.get(0).contracts().isEmpty() ? 1 : 0;
    }
    Map<String, Integer> left = features(gone);
    Map<String, Integer> right = features(come);
    int shared = 0;
    int all = 0;
    for (Map.Entry<String, Integer> feature : left.entrySet()) {
      shared += Math.min(feature.getValue(), right.getOrDefault(feature.getKey(), 0));
      all += feature.getValue();
    }
    all += right.values().stream().mapToInt(Integer::intValue).sum();
    double alike = all == 0 ? 0 : 2.0 * shared / all;
    double needed = sameName ? ENOUGH_WITH_NAME : ENOUGH;
    return alike < needed ? 0 : alike + (sameName ? 1 : 0) + (sameFile ? 0.5 : 0);
  }

  /** What a type's members look like, their type's own name left out. */
  private static Map<String, Integer> features(List<SourceMember> members) {
    Map<String, Integer> features = new HashMap<>();
    String own = last(members.get(0).name());
    Pattern name = Pattern.compile("\\b" + Pattern.quote(own) + "\\b");
    for (SourceMember member : members) {
      if (!isType(member)) {
        features.merge(name.matcher(signature(member)).replaceAll("*"), 1, Integer::sum);
        features.merge(name.matcher(member.shape()).replaceAll("*"), 1, Integer::sum);
      }
    }
    return features;
  }

  private static String signature(SourceMember member) {
    return member.name().substring(member.type().length());
  }

  private static String last(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
  }

  /** The member with every name in it as it is at head. */
  SourceMember applied(SourceMember member) {
    if (types.isEmpty()) {
      return member;
    }
    return new SourceMember(
        memberName(member.name()),
        member.kind(),
        member.path(),
        member.line(),
        member.access(),
        member.overridable(),
        member.parameters(),
        words(member.shape()),
        member.contracts().stream().map(c -> c.mapped(this::expression)).toList());
  }

  /** A member's name as it is at head: its type and the types of its parameters. */
  String memberName(String name) {
    String renamed = name;
    for (int end = name.length(); end > 0; end = boundary(name, end)) {
      String to = types.get(name.substring(0, end));
      if (to != null) {
        renamed = to + name.substring(end);
        break;
      }
    }
    int open = renamed.indexOf('(');
    return open < 0 ? renamed : renamed.substring(0, open) + words(renamed.substring(open));
  }

  private static int boundary(String name, int end) {
    return Math.max(
        name.lastIndexOf('#', end - 1),
        Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('/', end - 1)));
  }

  private String expression(String text) {
    Matcher names = DOTTED.matcher(text);
    StringBuilder out = new StringBuilder();
    while (names.find()) {
      names.appendReplacement(out, Matcher.quoteReplacement(qualified(names.group())));
    }
    return names.appendTail(out).toString();
  }

  private String qualified(String name) {
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      String to = types.get(name.substring(0, end));
      if (to != null) {
        return to + name.substring(end);
      }
    }
    int dot = name.indexOf('.');
    boolean outer = dot > 0 && name.startsWith(".this", dot);
    return outer
        ? simple.getOrDefault(name.substring(0, dot), name.substring(0, dot)) + name.substring(dot)
        : name;
  }

  private String words(String text) {
    if (simple.isEmpty()) {
      return text;
    }
    return WORD.matcher(text).results().map(r -> r.group()).anyMatch(simple::containsKey)
        ? WORD.matcher(text)
            .replaceAll(r -> Matcher.quoteReplacement(simple.getOrDefault(r.group(), r.group())))
        : text;
  }

  /** For messages and tests. */
  @Override
  public String toString() {
    return types.entrySet().stream()
        .map(e -> e.getKey() + " → " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
