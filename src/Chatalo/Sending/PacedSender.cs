using Chatalo.Client;

namespace Chatalo.Sending;

/// <summary>Sends each message of a list when its turn comes, unless its recipient has opted out or its device cannot send. Never throws.</summary>
/// <param name="sender">Sends one message.</param>
/// <param name="paces">The gaps of the session's devices.</param>
/// <param name="interval">The gap between two messages of a device; null for none.</param>
/// <param name="hasOptedOut">Whether a recipient wants no messages; null where nobody is asked.</param>
/// <param name="halt">Holds back what would fail as those before it did.</param>
/// <param name="context">What each call is given.</param>
internal sealed class PacedSender(MessageSender sender, DevicePaces paces, Interval? interval, Func<Recipient, bool>? hasOptedOut, SendHalt halt, CallContext context)
{
    public async Task<SendReport> SendAsync(OutgoingMessage message)
    {
        try
        {
            if (hasOptedOut?.Invoke(message.Recipient) == true)
            {
                return sender.Skipped(message, Campaigns.CampaignTexts.OptedOut);
            }

            if (interval is { } gap && halt.CauseFor(message.DeviceId) is null)
            {
                await paces.WaitAsync(paces.TakeTurn(message.DeviceId, gap), context.CancellationToken).ConfigureAwait(false);
            }

            if (halt.CauseFor(message.DeviceId) is { } cause)
            {
                halt.HoldBack(message.DeviceId);
                return sender.HeldBack(message, cause);
            }

            // With one in flight this thread would only wait.
            var report = await sender.SendAsync(message, context).ConfigureAwait(false);
            if (report.Error is { Kind: ErrorKind.Stopped } ended && !context.CancellationToken.IsCancellationRequested)
            {
                halt.End(ended);
            }

            halt.Observe(message.DeviceId, report);
            return report;
        }
        catch (ChataloException e)
        {
            return sender.Refused(message, e);
        }
        catch (OperationCanceledException)
        {
            return sender.NotSent(message);
        }
    }
}
