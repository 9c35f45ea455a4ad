namespace Chatalo.Client;

/// <summary>Waits for a device to be linked, without eating the rate budget: a look every three seconds is 20 of the 60 a minute.</summary>
internal sealed class DeviceWatch(GatewayClient client, TimeProvider? time = null)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly DeviceApi _api = new(client);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <returns>The device, once it is linked; null when it was not in time.</returns>
    public async Task<Device?> WaitAsync(string id, TimeSpan limit, CallContext context)
    {
        // Not the time of day, which may be set back.
        var start = _time.GetTimestamp();
        while (!await _api.IsAuthenticatedAsync(id, context).ConfigureAwait(false))
        {
            var left = limit - _time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await _time.DelayAsync(left < Interval ? left : Interval, context.CancellationToken).ConfigureAwait(false);
        }

        return await _api.GetAsync(id, context).ConfigureAwait(false);
    }
}
