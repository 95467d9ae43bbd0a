package c_expression_forms;

import dev.holdfast.annotations.GuardedBy;

/** In front of {@code .class} and {@code .this} a name is a type, whatever else bears it. */
class TypeNames {
  static class Registry {
    static final Object LOCK = new Object();

    static class Part {}
  }

  private final Registry Registry = new Registry();
  private final TypeNames TypeNames = this;
  private final Object lock = new Object();
  private final Object string = new Object();

  @GuardedBy("Registry.class")
  private int ofClass;

  @GuardedBy("TypeNames.Registry.Part.class")
  private int ofNested;

  @GuardedBy("TypeNames.this")
  private int ofThis;

  @GuardedBy("TypeNames.this.lock")
  private int ofOuterLock;

  @GuardedBy("Registry.LOCK")
  private int ofMember;

  @GuardedBy("string.class") // expect: InvalidContract "is no type"
  private int ofField;

  void held() {
    synchronized (Registry.class) {
      ofClass++;
    }
    synchronized (Registry.Part.class) {
      ofNested++;
    }
    synchronized (this) {
      ofThis++;
    }
    synchronized (lock) {
      ofOuterLock++;
    }
    synchronized (Registry.LOCK) {
      ofMember++;
    }
  }

  void unheld() {
    ofClass++; // expect: UnguardedAccess "Registry.class"
    synchronized (Registry) {
      ofClass++; // expect: UnguardedAccess "Registry.class"
    }
    synchronized (Registry.class) {
      ofNested++; // expect: UnguardedAccess "Part.class"
    }
    ofThis++; // expect: UnguardedAccess "this"
    ofOuterLock++; // expect: UnguardedAccess "lock"
  }

  class Inner {
    @GuardedBy("TypeNames.this")
    private int own;

    void held() {
      synchronized (TypeNames.this) {
        own++;
      }
    }

    synchronized void unheld() {
      own++; // expect: UnguardedAccess "TypeNames.this"
    }
  }
}
