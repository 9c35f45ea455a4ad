using System.Globalization;
using Chatalo.Contacts;

namespace Chatalo.Sending;

/// <summary>
/// What became of each input of a run so far, so that a run that is stopped can tell. Used on the pipeline's thread only. Of what was sent, which
/// is most, the number alone is kept: 8 bytes.
/// </summary>
internal sealed class SendLog
{
    private readonly NumberList _numbers = new();

    // By position: what has no outcome yet, has another than Sent, or went to a group.
    private readonly Dictionary<int, InterruptedInput> _others = [];

    /// <summary>How many inputs there were.</summary>
    public int Count => _numbers.Count;

    /// <summary>The recipients of the inputs; 0 for a group and for what had none.</summary>
    public NumberList Numbers => _numbers;

    /// <summary>Remembers an input that nothing has become of yet.</summary>
    /// <returns>Its position, counted from 1.</returns>
    public int Add(object? input)
    {
        _numbers.Add();
        _others.Add(Count, new InterruptedInput(Count, InterruptedOutcome.NotSent) { InputObject = input });
        return Count;
    }

    /// <summary>Remembers who an input is for.</summary>
    public void Address(int position, Recipient recipient, object? input)
    {
        var digits = recipient.IsGroup ? 0 : ulong.Parse(recipient.Id, CultureInfo.InvariantCulture);
        _numbers[position - 1] = digits;
        _others[position] = new InterruptedInput(position, InterruptedOutcome.NotSent, digits) { GroupId = recipient.IsGroup ? recipient.Id : null, InputObject = input };
    }

    /// <summary>Forgets what an input would have become: it was only looked at.</summary>
    public void Leave(int position) => _others.Remove(position);

    /// <summary>Remembers what became of an input.</summary>
    public void Record(int position, SendReport report)
    {
        var result = report.Result;
        var digits = _numbers[position - 1];
        if (result.Outcome == SendOutcome.Sent && digits > 0)
        {
            _others.Remove(position);
            return;
        }

        var isSent = result.Outcome == SendOutcome.Sent;
        _others[position] = new InterruptedInput(position, OutcomeOf(report), digits)
        {
            GroupId = result.GroupId, Reason = result.Reason, InputObject = isSent ? null : result.InputObject,
        };
    }

    /// <summary>Remembers what became of an input that was not counted before.</summary>
    public void Keep(SendReport report)
    {
        var position = Add(report.Result.InputObject);
        _numbers[position - 1] = E164.TryRead(report.Result.Number, out var digits) ? ulong.Parse(digits, CultureInfo.InvariantCulture) : 0;
        Record(position, report);
    }

    /// <summary>All inputs that were not only looked at, in their order.</summary>
    public IReadOnlyList<InterruptedInput> ToList()
    {
        var all = new List<InterruptedInput>(Count);
        for (var position = 1; position <= Count; position++)
        {
            if (_others.TryGetValue(position, out var other))
            {
                all.Add(other);
            }
            else if (_numbers[position - 1] is > 0 and var digits)
            {
                all.Add(new InterruptedInput(position, InterruptedOutcome.Sent, digits));
            }
        }

        return all;
    }

    private static InterruptedOutcome OutcomeOf(SendReport report) => report.Result.Outcome switch
    {
        SendOutcome.Sent => InterruptedOutcome.Sent,
        SendOutcome.Unknown => InterruptedOutcome.Unknown,
        SendOutcome.Skipped => InterruptedOutcome.Skipped,
        _ => report.Error?.Kind == ErrorKind.Stopped || report.WasHeldBack ? InterruptedOutcome.NotSent : InterruptedOutcome.Failed,
    };
}
