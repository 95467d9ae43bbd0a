package c_expression_forms;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;

/** Texts in lock expressions are written and used as in Java, arrays have an object's methods. */
class Literals {
  final Object[] locks = {new Object(), new Object(), new Object(), new Object()};

  @Returns("locks[#1.length()]")
  Object lock(String name) {
    return locks[name.length()];
  }

  @Requires("locks[\"[\".length()]")
  void bracket() {}

  @Requires("locks[\"a\\\"]\".length()]")
  void quote() {}

  @Requires("lock(\")(\\\"\")")
  void argument() {}

  @Requires("lock(\"open)") // expect: InvalidContract "not closed"
  void open() {}

  @Requires("lock(\"\\q\")") // expect: InvalidContract "escape"
  void escape() {}

  @Requires("lock(\"a\".size())") // expect: InvalidContract "size"
  void unknown() {}

  @Requires("locks.getClass()") // expect: UnstableLock
  void array() {}

  @Requires("locks.size()") // expect: InvalidContract "size"
  void noArray() {}

  void held() {
    synchronized (locks["[".length()]) {
      bracket();
      quote(); // expect: LockNotHeld
    }
    synchronized (locks["a\"]".length()]) {
      quote();
      bracket(); // expect: LockNotHeld
    }
    synchronized (lock(")(\"")) {
      argument();
    }
    argument(); // expect: LockNotHeld
  }
}
