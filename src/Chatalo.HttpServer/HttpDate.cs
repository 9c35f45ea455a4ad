using System.Globalization;

namespace Chatalo.HttpServer;

/// <summary>The <c>Date</c> header, made once a second.</summary>
internal sealed class HttpDate(TimeProvider clock)
{
    private volatile Stamp _last = new(-1, "");

    public string Now()
    {
        var now = clock.GetUtcNow();
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        var last = _last;
        if (last.Second != second)
        {
            _last = last = new Stamp(second, now.ToString("R", CultureInfo.InvariantCulture));
        }

        return last.Text;
    }

    private sealed record Stamp(long Second, string Text);
}
