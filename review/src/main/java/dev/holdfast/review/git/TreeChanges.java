package dev.holdfast.review.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which Java files differ between two snapshots. A file that only moved is none of them: its
 * contents are the same. Nor is one that is not to be reviewed.
 *
 * @param base paths at base that are gone or different at head, sorted
 * @param head paths at head that are new or different, sorted
 * @param moved new path by former path, contents unchanged
 * @param notes what differs but is not read, with the reason as a clause, by path
 * @param unreviewed files that are not to be reviewed, changed or not
 */
public record TreeChanges(
    List<String> base,
    List<String> head,
    SortedMap<String, String> moved,
    SortedMap<String, String> notes,
    Set<String> unreviewed) {
  private static final String ATTRIBUTES = ".gitattributes";

  /** Compares by the identity of contents alone; nothing is read. */
  public static TreeChanges between(TreeSnapshot base, TreeSnapshot head) {
    List<String> gone = new ArrayList<>();
    List<String> come = new ArrayList<>();
    for (String path : base.paths()) {
      if (!base.contents(path).equals(head.contents(path))) {
        gone.add(path);
      }
    }
    for (String path : head.paths()) {
      if (!head.contents(path).equals(base.contents(path))) {
        come.add(path);
      }
    }
    SortedMap<String, String> moved = moved(base, head, gone, come);
    gone.removeAll(moved.keySet());
    come.removeAll(moved.values());
    SortedMap<String, String> notes = notes(base, head);
    Set<String> unreviewed = unreviewed(base, head);
    Set<String> changed = new HashSet<>(gone);
    changed.addAll(come);
    changed.retainAll(unreviewed);
    if (!changed.isEmpty()) {
      notes.put(ATTRIBUTES, unreviewedNote(changed.size()));
    }
    gone.removeAll(changed);
    come.removeAll(changed);
    return new TreeChanges(List.copyOf(gone), List.copyOf(come), moved, notes, unreviewed);
  }

  /** Each side that has a file must leave it out: a change exempts nothing that was reviewed. */
  private static Set<String> unreviewed(TreeSnapshot base, TreeSnapshot head) {
    Set<String> unreviewed = new HashSet<>(base.unreviewed());
    unreviewed.addAll(head.unreviewed());
    unreviewed.removeIf(path -> isReviewed(path, base) || isReviewed(path, head));
    return unreviewed;
  }

  private static boolean isReviewed(String path, TreeSnapshot at) {
    return at.contents(path) != null && !at.unreviewed().contains(path);
  }

  private static String unreviewedNote(int count) {
    return "unsets '"
        + TreeSnapshot.ATTRIBUTE
        + "' for "
        + (count == 1 ? "1 changed file" : count + " changed files");
  }

  private static SortedMap<String, String> moved(
      TreeSnapshot base, TreeSnapshot head, List<String> gone, List<String> come) {
    Map<ObjectId, String> byContents = new HashMap<>();
    for (String path : come) {
      if (base.contents(path) == null) {
        byContents.put(head.contents(path), path);
      }
    }
    SortedMap<String, String> moved = new TreeMap<>();
    for (String path : gone) {
      if (head.contents(path) == null) {
        String to = byContents.remove(base.contents(path));
        if (to != null) {
          moved.put(path, to);
        }
      }
    }
    return moved;
  }

  private static SortedMap<String, String> notes(TreeSnapshot base, TreeSnapshot head) {
    SortedMap<String, String> notes = new TreeMap<>();
    head.leftOut()
        .forEach(
            (path, reason) -> {
              if (!reason.equals(base.leftOut().get(path))) {
                notes.put(path, reason);
              }
            });
    return notes;
  }
}
