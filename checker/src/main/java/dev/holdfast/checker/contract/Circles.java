package dev.holdfast.checker.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what leads back to itself, following each step once however many ways lead over it: the
 * strongly connected components, by Tarjan's algorithm. It does not recurse, as chains may be long.
 *
 * @param <T> what the steps lead from and to
 */
public final class Circles<T> {
  /** A node that is being followed: the number it has, and the smallest that it leads back to. */
  private final class Visit {
    final T node;
    final int number = visits.size();
    int back = number;
    boolean open = true;
    boolean leadsToItself;
    final Iterator<? extends T> steps;

    Visit(T node) {
      this.node = node;
      this.steps = next.apply(node).iterator();
    }
  }

  private final Function<T, ? extends Collection<? extends T>> next;
  private final Map<T, Visit> visits = new HashMap<>();
  private final Deque<Visit> unassigned = new ArrayDeque<>();
  private final List<Set<T>> found = new ArrayList<>();

  private Circles(Function<T, ? extends Collection<? extends T>> next) {
    this.next = next;
  }

  /**
   * The sets of nodes, each of which leads to every node of its set and so to itself.
   *
   * @param starts where to begin
   * @param next the nodes that one leads to in a single step
   */
  public static <T> List<Set<T>> of(
      Collection<? extends T> starts, Function<T, ? extends Collection<? extends T>> next) {
    Circles<T> circles = new Circles<>(next);
    for (T start : starts) {
      if (!circles.visits.containsKey(start)) {
        circles.follow(start);
      }
    }
    return circles.found;
  }

  private void follow(T start) {
    Deque<Visit> way = new ArrayDeque<>(List.of(begin(start)));
    while (!way.isEmpty()) {
      Visit at = way.peek();
      if (at.steps.hasNext()) {
        step(at, at.steps.next(), way);
      } else {
        way.pop();
        if (!way.isEmpty()) {
          way.peek().back = Math.min(way.peek().back, at.back);
        }
        if (at.back == at.number) {
          close(at);
        }
      }
    }
  }

  private Visit begin(T node) {
    Visit visit = new Visit(node);
    visits.put(node, visit);
    unassigned.push(visit);
    return visit;
  }

  private void step(Visit at, T to, Deque<Visit> way) {
    Visit known = visits.get(to);
    if (known == null) {
      way.push(begin(to));
    } else if (known.open) {
      at.back = Math.min(at.back, known.number);
      at.leadsToItself |= known == at;
    }
  }

  /** Nothing from here on leads further back, so what came after it is one set. */
  private void close(Visit first) {
    Set<T> set = new LinkedHashSet<>();
    Visit last;
    do {
      last = unassigned.pop();
      last.open = false;
      set.add(last.node);
    } while (last != first);
    if (set.size() > 1 || first.leadsToItself) {
      found.add(set);
    }
  }
}
