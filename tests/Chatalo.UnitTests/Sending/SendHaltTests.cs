using Chatalo.Sending;

namespace Chatalo.UnitTests.Sending;

public class SendHaltTests
{
    private static readonly ChataloException NotLinked = new(ErrorKind.DeviceNotReady, "The device is not connected.", statusCode: 400);
    private static readonly ChataloException WrongKeys = new(ErrorKind.Unauthorized, "The gateway refused the keys.", statusCode: 403);
    private static readonly ChataloException NoSuchNumber = new(ErrorKind.InvalidInput, "The number is not on WhatsApp.", statusCode: 400);

    private readonly SendHalt _halt = new();

    [Fact]
    public void Three_in_a_row_from_a_device_hold_back_the_rest_of_it_alone()
    {
        Fail("a", NotLinked, NotLinked);
        Assert.Null(_halt.CauseFor("a"));

        Fail("a", NotLinked);

        Assert.Same(NotLinked, _halt.CauseFor("a"));
        Assert.Null(_halt.CauseFor("b"));
    }

    [Fact]
    public void What_concerns_the_account_holds_back_all_devices()
    {
        Fail("a", WrongKeys);
        Fail("b", WrongKeys);
        Fail("c", WrongKeys);

        Assert.Same(WrongKeys, _halt.CauseFor("d"));
    }

    [Fact]
    public void Anything_else_between_them_begins_to_count_anew()
    {
        Fail("a", NotLinked, NotLinked);
        Send("a");
        Fail("a", NotLinked, NotLinked, NoSuchNumber, NotLinked, NotLinked);

        Assert.Null(_halt.CauseFor("a"));
    }

    [Fact]
    public void Messages_that_maybe_arrived_and_recipients_that_are_none_hold_back_nothing()
    {
        var lost = new ChataloException(ErrorKind.OutcomeUnknown, "The answer was lost.");
        for (var i = 0; i < 10; i++)
        {
            _halt.Observe("a", new SendReport(new SendResult { Outcome = SendOutcome.Unknown }, lost));
            Fail("a", NoSuchNumber);
        }

        Assert.Null(_halt.CauseFor("a"));
        Assert.Empty(_halt.Errors());
    }

    [Fact]
    public void The_end_of_the_session_holds_back_all_the_rest_at_once()
    {
        var ended = new ChataloException(ErrorKind.Stopped, "The session was disconnected.");
        _halt.End(ended);
        _halt.End(new ChataloException(ErrorKind.Stopped, "Again."));
        Send("a");
        _halt.HoldBack("a");
        _halt.HoldBack("b");

        Assert.Same(ended, _halt.CauseFor("c"));
        Assert.Equal("2 more messages were not sent. The session was disconnected.", Assert.Single(_halt.Errors()).Message);
    }

    [Fact]
    public void One_error_counts_what_was_held_back()
    {
        Fail("a", NotLinked, NotLinked, NotLinked);
        for (var i = 0; i < 1500; i++)
        {
            _halt.HoldBack("a");
        }

        var error = Assert.Single(_halt.Errors());
        Assert.Equal(ErrorKind.DeviceNotReady, error.Kind);
        Assert.Contains("1,500 more messages were not sent", error.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-ChataloDevice", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_was_disconnected_holds_back_the_rest_after_the_first()
    {
        Send("a");
        Fail("a", new ChataloException(ErrorKind.Stopped, "The session was disconnected.", "Run Connect-Chatalo."));

        Assert.Equal(ErrorKind.Stopped, _halt.CauseFor("b")?.Kind);
        _halt.HoldBack("b");
        var error = Assert.Single(_halt.Errors());
        Assert.Equal("1 more message was not sent. The session was disconnected.", error.Message);
    }

    private void Send(string device) => _halt.Observe(device, new SendReport(new SendResult { Outcome = SendOutcome.Sent }, null));

    private void Fail(string device, params ChataloException[] errors)
    {
        foreach (var error in errors)
        {
            _halt.Observe(device, new SendReport(new SendResult { Outcome = SendOutcome.Failed }, error));
        }
    }
}
