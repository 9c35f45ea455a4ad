using System.Diagnostics;

namespace Chatalo.HttpServer;

/// <summary>
/// Makes room for a new connection when there are many: new ones come first, so that nobody keeps others out by connecting and saying nothing. Only
/// connections that have said nothing yet are ended, and of those the oldest of the address that has most.
/// </summary>
internal static class ConnectionLimit
{
    // Many posts may come at the same moment from one address, as a proxy's: who came just now is given time to speak, up to so many connections.
    private const int Burst = 1024;
    private static readonly TimeSpan TimeToSpeak = TimeSpan.FromSeconds(1);

    /// <returns>False when the new connection itself has to go, because all others are being served.</returns>
    public static bool MakeRoom(HttpConnection added, IReadOnlyCollection<HttpConnection> others, HttpServerOptions options)
    {
        var sameAddress = options.MaxConnectionsPerAddress == int.MaxValue ? [] : others.Where(c => c.Address.Equals(added.Address)).ToList();
        return MakeRoom(sameAddress, options.MaxConnectionsPerAddress) && MakeRoom(others, options.MaxConnections);
    }

    private static bool MakeRoom(IReadOnlyCollection<HttpConnection> connections, int most)
    {
        if (connections.Count < most)
        {
            return true;
        }

        var silent = connections.Where(c => c.IsSilent).ToList();
        if (silent.Count == 0)
        {
            return connections.Count < Burst;
        }

        var oldest = silent.GroupBy(c => c.Address).OrderByDescending(g => g.Count()).First().OrderBy(c => c.Since).First();
        if (connections.Count >= Burst || (Stopwatch.GetTimestamp() - oldest.Since) / (double)Stopwatch.Frequency > TimeToSpeak.TotalSeconds)
        {
            oldest.Cut();
        }

        return true;
    }
}
