namespace Chatalo.Client;

/// <summary>Waits for a device to be linked, without eating the rate budget: a look every three seconds is 20 of the 60 a minute.</summary>
internal sealed class DeviceWatch(GatewayClient client)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly DeviceApi _api = new(client);

    /// <returns>The device, once it is linked; null when it was not in time.</returns>
    public async Task<Device?> WaitAsync(string id, TimeSpan limit, CallContext context)
    {
        var end = DateTimeOffset.UtcNow + limit;
        while (!await _api.IsAuthenticatedAsync(id, context).ConfigureAwait(false))
        {
            var left = end - DateTimeOffset.UtcNow;
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(left < Interval ? left : Interval, context.CancellationToken).ConfigureAwait(false);
        }

        return await _api.GetAsync(id, context).ConfigureAwait(false);
    }
}
