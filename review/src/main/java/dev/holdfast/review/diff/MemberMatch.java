package dev.holdfast.review.diff;

import dev.holdfast.review.source.SourceMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which member at base is which at head: by name, else by declaring type and name, body, or
 * contracts, the likeliest first. No member is matched twice.
 */
final class MemberMatch {
  /** So many members of one name elsewhere say nothing. */
  private static final int COMMON = 40;

  private static final int TRIVIAL = 12;
  private static final double ALIKE = 0.75;
  private static final double NEARLY_SAME = 0.95;

  private final Similarity similarity = new Similarity();
  private final List<Pair> pairs = new ArrayList<>();
  private final Set<SourceMember> gone = new LinkedHashSet<>();
  private final Set<SourceMember> come = new LinkedHashSet<>();

  /**
   * One member on both sides.
   *
   * @param base with the type names of head
   * @param head as it is
   */
  record Pair(SourceMember base, SourceMember head) {
    boolean sameName() {
      return base.name().equals(head.name());
    }
  }

  private record Candidate(SourceMember base, SourceMember head, double score) {}

  /** Matches members whose type names are those of head on both sides. */
  MemberMatch(Collection<SourceMember> base, Collection<SourceMember> head) {
    byName(base, head);
    byLikeness();
  }

  /** Every match. */
  List<Pair> pairs() {
    return pairs;
  }

  /** At base alone. */
  Collection<SourceMember> gone() {
    return gone;
  }

  /** At head alone. */
  Collection<SourceMember> come() {
    return come;
  }

  private void byName(Collection<SourceMember> base, Collection<SourceMember> head) {
    Map<String, List<SourceMember>> byName = new HashMap<>();
    for (SourceMember member : head) {
      byName.computeIfAbsent(member.name(), name -> new ArrayList<>()).add(member);
      come.add(member);
    }
    for (SourceMember member : base) {
      List<SourceMember> same = byName.getOrDefault(member.name(), List.of());
      SourceMember match =
          same.stream()
              .filter(h -> h.path().equals(member.path()))
              .findFirst()
              .orElse(same.isEmpty() ? null : same.get(0));
      if (match == null) {
        gone.add(member);
      } else {
        same.remove(match);
        pair(member, match);
      }
    }
  }

  private void pair(SourceMember base, SourceMember head) {
    pairs.add(new Pair(base, head));
    gone.remove(base);
    come.remove(head);
  }

  private void byLikeness() {
    Map<String, List<SourceMember>> byType = new HashMap<>();
    Map<String, List<SourceMember>> byName = new HashMap<>();
    Map<String, List<SourceMember>> byShape = new HashMap<>();
    for (SourceMember member : come) {
      byType.computeIfAbsent(member.type(), k -> new ArrayList<>()).add(member);
      byName.computeIfAbsent(member.simpleName(), k -> new ArrayList<>()).add(member);
      byShape.computeIfAbsent(member.shape(), k -> new ArrayList<>()).add(member);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (SourceMember member : gone) {
      Set<SourceMember> possible = new LinkedHashSet<>();
      possible.addAll(byType.getOrDefault(member.type(), List.of()));
      possible.addAll(few(byName.getOrDefault(member.simpleName(), List.of())));
      possible.addAll(few(byShape.getOrDefault(member.shape(), List.of())));
      for (SourceMember other : possible) {
        double score = score(member, other);
        if (score > 0) {
          candidates.add(new Candidate(member, other, score));
        }
      }
    }
    take(candidates);
  }

  private static List<SourceMember> few(List<SourceMember> members) {
    return members.size() > COMMON ? List.of() : members;
  }

  private void take(List<Candidate> candidates) {
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(c -> c.base().name())
            .thenComparing(c -> c.head().name()));
    for (Candidate candidate : candidates) {
      if (gone.contains(candidate.base()) && come.contains(candidate.head())) {
        pair(candidate.base(), candidate.head());
      }
    }
  }

  private double score(SourceMember base, SourceMember head) {
    if (base.kind() != head.kind()) {
      return 0;
    }
    return switch (base.kind()) {
      case TYPE, ANNOTATION -> 0;
      case FIELD -> field(base, head);
      case METHOD, CONSTRUCTOR -> executable(base, head);
    };
  }

  private static double field(SourceMember base, SourceMember head) {
    boolean sameType = base.type().equals(head.type());
    boolean sameName = base.simpleName().equals(head.simpleName());
    boolean sameShape = base.shape().equals(head.shape());
    boolean contracts = !base.contracts().isEmpty() && base.contracts().equals(head.contracts());
    if (sameType) {
      return sameShape
          ? contracts ? 1 : 0.9
          : contracts && declared(base).equals(declared(head)) ? 0.8 : 0;
    }
    return sameName && sameShape ? contracts ? 0.7 : 0.6 : 0;
  }

  private static String declared(SourceMember field) {
    int equals = field.shape().indexOf('=');
    return equals < 0 ? field.shape() : field.shape().substring(0, equals);
  }

  private double executable(SourceMember base, SourceMember head) {
    boolean sameType = base.type().equals(head.type());
    boolean sameName = base.simpleName().equals(head.simpleName());
    boolean contracts = !base.contracts().isEmpty() && base.contracts().equals(head.contracts());
    boolean parameters = parameterTypes(base).equals(parameterTypes(head));
    boolean bodies = !base.shape().isEmpty() && !head.shape().isEmpty();
    double alike = bodies ? similarity.of(base.shape(), head.shape()) : 0;
    boolean telling = bodies && similarity.size(base.shape()) >= TRIVIAL && alike >= ALIKE;
    boolean abstractMethod = !bodies && base.shape().equals(head.shape());
    double score =
        alike
            + (sameName ? 0.5 : 0)
            + (sameType ? 0.25 : 0)
            + (contracts ? 0.25 : 0)
            + (parameters ? 0.1 : 0);
    if (sameType && sameName) {
      return score;
    }
    boolean sameContracts = contracts && parameters && (abstractMethod || alike >= ALIKE);
    if (sameType) {
      return telling || sameContracts ? score : 0;
    }
    if (sameName) {
      return telling || sameContracts ? score : 0;
    }
    return telling && alike >= NEARLY_SAME ? score : 0;
  }

  private static String parameterTypes(SourceMember member) {
    return member.name().substring(Math.max(0, member.name().lastIndexOf('(')));
  }

  /** New name by name at base, for members that have another now. */
  Map<String, String> renames() {
    Map<String, String> renames = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (!pair.sameName()) {
        renames.put(pair.base().name(), pair.head().name());
      }
    }
    return renames;
  }
}
