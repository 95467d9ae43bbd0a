package dev.holdfast.checker.path;

/**
 * A persistent map from non-negative integers, for facts that fork and join often: every update
 * shares what it does not touch, and a join skips the parts that both sides share. Iteration is in
 * ascending key order.
 *
 * <p>A Patricia trie after Okasaki and Gill, "Fast Mergeable Integer Maps" (1998), with big-endian
 * branching so that iteration is sorted.
 *
 * @param <V> the type of the values; never null
 */
public final class IntMap<V> {
  private static final IntMap<?> EMPTY = new IntMap<>(null);

  private final Node root;

  private IntMap(Node root) {
    this.root = root;
  }

  private sealed interface Node permits Leaf, Branch {}

  private record Leaf(int key, Object value) implements Node {}

  /**
   * {@code bit} is the highest bit in which the keys below differ; {@code prefix} is what they
   * share above it.
   */
  private record Branch(int prefix, int bit, Node zero, Node one, int size) implements Node {}

  /** Receives an entry. */
  public interface Visitor<V> {
    /** Visits one entry. */
    void visit(int key, V value);
  }

  /** Says what a joined map holds for a key; null leaves the key out. */
  public interface Joiner<V> {
    /** Either side is null where it lacks the key; never both. */
    V join(int key, V left, V right);
  }

  /** The empty map. */
  @SuppressWarnings("unchecked")
  public static <V> IntMap<V> empty() {
    return (IntMap<V>) EMPTY;
  }

  /** Whether there is no entry. */
  public boolean isEmpty() {
    return root == null;
  }

  /** The number of entries. */
  public int size() {
    return size(root);
  }

  private static int size(Node node) {
    if (node == null) {
      return 0;
    }
    return node instanceof Branch b ? b.size : 1;
  }

  /** The value of a key, or null. */
  @SuppressWarnings("unchecked")
  public V get(int key) {
    Node node = root;
    while (node instanceof Branch b) {
      if (prefix(key, b.bit) != b.prefix) {
        return null;
      }
      node = (key & b.bit) == 0 ? b.zero : b.one;
    }
    return node instanceof Leaf leaf && leaf.key == key ? (V) leaf.value : null;
  }

  /** Whether the key has a value. */
  public boolean has(int key) {
    return get(key) != null;
  }

  /** This map with one more or one changed entry; this very map where nothing changes. */
  public IntMap<V> put(int key, V value) {
    Node next = put(root, key, value);
    return next == root ? this : new IntMap<>(next);
  }

  private static Node put(Node node, int key, Object value) {
    if (node == null) {
      return new Leaf(key, value);
    }
    if (node instanceof Leaf leaf) {
      if (leaf.key == key) {
        return leaf.value.equals(value) ? leaf : new Leaf(key, value);
      }
      return link(key, new Leaf(key, value), leaf.key, leaf);
    }
    Branch b = (Branch) node;
    if (prefix(key, b.bit) != b.prefix) {
      return link(key, new Leaf(key, value), b.prefix, b);
    }
    return (key & b.bit) == 0
        ? branch(b, put(b.zero, key, value), b.one)
        : branch(b, b.zero, put(b.one, key, value));
  }

  /** This map without a key. */
  public IntMap<V> remove(int key) {
    Node next = remove(root, key);
    return next == root ? this : new IntMap<>(next);
  }

  private static Node remove(Node node, int key) {
    if (node == null) {
      return null;
    }
    if (node instanceof Leaf leaf) {
      return leaf.key == key ? null : leaf;
    }
    Branch b = (Branch) node;
    if (prefix(key, b.bit) != b.prefix) {
      return b;
    }
    return (key & b.bit) == 0
        ? branch(b, remove(b.zero, key), b.one)
        : branch(b, b.zero, remove(b.one, key));
  }

  /** This map without the entries that pass a test. */
  public IntMap<V> without(Test<V> test) {
    Node next = without(root, test);
    return next == root ? this : new IntMap<>(next);
  }

  @SuppressWarnings("unchecked")
  private static <V> Node without(Node node, Test<V> test) {
    if (node instanceof Leaf leaf) {
      return test.test(leaf.key, (V) leaf.value) ? null : leaf;
    }
    return node instanceof Branch b ? branch(b, without(b.zero, test), without(b.one, test)) : null;
  }

  /** Visits every entry, by ascending key. */
  public void forEach(Visitor<V> visitor) {
    forEach(root, visitor);
  }

  @SuppressWarnings("unchecked")
  private static <V> void forEach(Node node, Visitor<V> visitor) {
    if (node instanceof Leaf leaf) {
      visitor.visit(leaf.key, (V) leaf.value);
    } else if (node instanceof Branch b) {
      forEach(b.zero, visitor);
      forEach(b.one, visitor);
    }
  }

  /** Tells whether an entry is one that is looked for. */
  public interface Test<V> {
    /** Whether it is. */
    boolean test(int key, V value);
  }

  /** Whether the test holds for some entry; those that follow it are not looked at. */
  public boolean any(Test<V> test) {
    return any(root, test);
  }

  @SuppressWarnings("unchecked")
  private static <V> boolean any(Node node, Test<V> test) {
    if (node instanceof Leaf leaf) {
      return test.test(leaf.key, (V) leaf.value);
    }
    return node instanceof Branch b && (any(b.zero, test) || any(b.one, test));
  }

  /** Answers what is looked for, if an entry leads to it. */
  public interface Finder<V, T> {
    /** What it leads to; null for none. */
    T find(int key, V value);
  }

  /** What the first entry leads to that leads to something; null if none does. */
  public <T> T first(Finder<V, T> finder) {
    return first(root, finder);
  }

  @SuppressWarnings("unchecked")
  private static <V, T> T first(Node node, Finder<V, T> finder) {
    if (node instanceof Leaf leaf) {
      return finder.find(leaf.key, (V) leaf.value);
    }
    if (node instanceof Branch b) {
      T found = first(b.zero, finder);
      return found != null ? found : first(b.one, finder);
    }
    return null;
  }

  /** Goes on from a result by an entry. */
  public interface Step<V, T> {
    /** The next result. */
    T step(T before, int key, V value);
  }

  /** The result of a step by each entry, by ascending key. */
  public <T> T fold(T start, Step<V, T> step) {
    return fold(root, start, step);
  }

  @SuppressWarnings("unchecked")
  private static <V, T> T fold(Node node, T start, Step<V, T> step) {
    if (node instanceof Leaf leaf) {
      return step.step(start, leaf.key, (V) leaf.value);
    }
    return node instanceof Branch b ? fold(b.one, fold(b.zero, start, step), step) : start;
  }

  /** Tells whether two values of one key differ in some respect. */
  public interface Difference<V> {
    /** Either side is null where it lacks the key; never both. */
    boolean test(int key, V left, V right);
  }

  /** Whether the test holds for some key; parts that both maps share are not looked at. */
  public static <V> boolean differ(IntMap<V> left, IntMap<V> right, Difference<V> test) {
    boolean[] found = {false};
    join(
        left,
        right,
        (key, x, y) -> {
          found[0] = found[0] || test.test(key, x, y);
          return x;
        });
    return found[0];
  }

  /**
   * Joins two maps. Parts that both share are taken over as they are, so {@code joiner} must answer
   * {@code x} for {@code (k, x, x)}.
   */
  public static <V> IntMap<V> join(IntMap<V> left, IntMap<V> right, Joiner<V> joiner) {
    if (left.root == right.root) {
      return left;
    }
    Node next = join(left.root, right.root, joiner);
    return next == left.root ? left : new IntMap<>(next);
  }

  /** The entries that are the very same in both. */
  public static <V> IntMap<V> common(IntMap<V> left, IntMap<V> right) {
    return join(left, right, (key, x, y) -> x == y ? x : null);
  }

  /** The entries of both; those of the left one where both have the key. */
  public static <V> IntMap<V> either(IntMap<V> left, IntMap<V> right) {
    return join(left, right, (key, x, y) -> x != null ? x : y);
  }

  private static <V> Node join(Node left, Node right, Joiner<V> joiner) {
    if (left == right) {
      return left;
    }
    if (left == null) {
      return joinAlone(right, false, joiner);
    }
    if (right == null) {
      return joinAlone(left, true, joiner);
    }
    if (left instanceof Leaf || right instanceof Leaf) {
      return joinLeaf(left, right, joiner);
    }
    Branch l = (Branch) left;
    Branch r = (Branch) right;
    if (l.bit == r.bit && l.prefix == r.prefix) {
      return branch(l, join(l.zero, r.zero, joiner), join(l.one, r.one, joiner));
    }
    if (Integer.compareUnsigned(l.bit, r.bit) > 0 && prefix(r.prefix, l.bit) == l.prefix) {
      return (r.prefix & l.bit) == 0
          ? branch(l, join(l.zero, r, joiner), join(l.one, null, joiner))
          : branch(l, join(l.zero, null, joiner), join(l.one, r, joiner));
    }
    if (Integer.compareUnsigned(r.bit, l.bit) > 0 && prefix(l.prefix, r.bit) == r.prefix) {
      return (l.prefix & r.bit) == 0
          ? branch(r, join(l, r.zero, joiner), join(null, r.one, joiner))
          : branch(r, join(null, r.zero, joiner), join(l, r.one, joiner));
    }
    return disjoint(l.prefix, join(l, null, joiner), r.prefix, join(null, r, joiner));
  }

  @SuppressWarnings("unchecked")
  private static <V> Node joinLeaf(Node left, Node right, Joiner<V> joiner) {
    Leaf leaf = left instanceof Leaf l ? l : (Leaf) right;
    boolean onLeft = left == leaf;
    IntMap<V> other = new IntMap<>(onLeft ? right : left);
    V there = other.get(leaf.key);
    Node rest = there == null ? other.root : remove(other.root, leaf.key);
    Node joinedRest = onLeft ? join(null, rest, joiner) : join(rest, null, joiner);
    V here = (V) leaf.value;
    V value =
        here == there
            ? here
            : onLeft ? joiner.join(leaf.key, here, there) : joiner.join(leaf.key, there, here);
    return value == null ? joinedRest : put(joinedRest, leaf.key, value);
  }

  /** Joins what one side alone has. */
  @SuppressWarnings("unchecked")
  private static <V> Node joinAlone(Node node, boolean onLeft, Joiner<V> joiner) {
    if (node instanceof Leaf leaf) {
      V here = (V) leaf.value;
      V value = onLeft ? joiner.join(leaf.key, here, null) : joiner.join(leaf.key, null, here);
      return value == null ? null : value == here ? leaf : new Leaf(leaf.key, value);
    }
    Branch b = (Branch) node;
    return branch(b, joinAlone(b.zero, onLeft, joiner), joinAlone(b.one, onLeft, joiner));
  }

  private static Node branch(Branch old, Node zero, Node one) {
    if (zero == old.zero && one == old.one) {
      return old;
    }
    if (zero == null) {
      return one;
    }
    if (one == null) {
      return zero;
    }
    return new Branch(old.prefix, old.bit, zero, one, size(zero) + size(one));
  }

  private static Node disjoint(int leftPrefix, Node left, int rightPrefix, Node right) {
    if (left == null) {
      return right;
    }
    return right == null ? left : link(leftPrefix, left, rightPrefix, right);
  }

  private static Node link(int leftPrefix, Node left, int rightPrefix, Node right) {
    int bit = Integer.highestOneBit(leftPrefix ^ rightPrefix);
    int prefix = prefix(leftPrefix, bit);
    int size = size(left) + size(right);
    return (leftPrefix & bit) == 0
        ? new Branch(prefix, bit, left, right, size)
        : new Branch(prefix, bit, right, left, size);
  }

  /** The bits of {@code key} above {@code bit}. */
  private static int prefix(int key, int bit) {
    return key & -(bit << 1);
  }

  /** Whether both hold equal values for the same keys. */
  @Override
  public boolean equals(Object other) {
    return other instanceof IntMap<?> map && same(root, map.root);
  }

  private static boolean same(Node left, Node right) {
    if (left == right) {
      return true;
    }
    if (left instanceof Leaf l && right instanceof Leaf r) {
      return l.key == r.key && l.value.equals(r.value);
    }
    if (left instanceof Branch l && right instanceof Branch r) {
      return l.size == r.size
          && l.bit == r.bit
          && l.prefix == r.prefix
          && same(l.zero, r.zero)
          && same(l.one, r.one);
    }
    return false;
  }

  @Override
  public int hashCode() {
    int[] hash = {1};
    IntMap.<V>forEach(root, (key, value) -> hash[0] = 31 * hash[0] + (key * 31 ^ value.hashCode()));
    return hash[0];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    IntMap.<V>forEach(
        root,
        (key, value) ->
            text.append(text.length() > 1 ? ", " : "").append(key).append('=').append(value));
    return text.append('}').toString();
  }
}
