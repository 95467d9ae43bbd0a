package c_states;

import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Ends;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Requires;

/** A life cycle told by states: beginning, ending, requiring them. */
@DefinesState(name = "open", label = "open connection", excludes = "broken")
@DefinesState(name = "broken", excludes = "open")
abstract class Connection {
  @Establishes("open")
  abstract void connect();

  @Ends("open")
  abstract void disconnect();

  @Requires("open")
  abstract void send(int value);

  @Requires("open")
  @Establishes("broken")
  abstract void fail();

  @Requires("broken")
  abstract void repair();

  @Requires("open")
  void sendTwice(int value) {
    send(value);
    send(value + 1);
  }

  @Establishes("open")
  void byConnecting() {
    connect();
  }

  @Establishes("open")
  void forgotten() {} // expect: BrokenContract "open"

  @Ends("open")
  void byDisconnecting() {
    disconnect();
  }

  @Ends("open")
  void stillOpen() {
    send(3);
  } // expect: BrokenContract "open"

  @Requires("open")
  void closesBehindTheBack() {
    disconnect();
  } // expect: BrokenContract "open"
}
