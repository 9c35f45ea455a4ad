using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using Chatalo.Files;
using Chatalo.Qr;

namespace Chatalo.Commands;

/// <summary>
/// Shows the codes of a device to whoever has the phone: on the screen, or says at once why not and what to do. What the window is too small for is saved as
/// a picture that lasts as long as the command.
/// </summary>
internal sealed class CodeDisplay(PSHost host, string device, Action<string> warn, Action<ProgressRecord> progress) : IDisposable
{
    private const int ActivityId = 0x43A8;

    // Those that write to this process's own output; others, such as a remote prompt's, carry it to their user.
    private static readonly string[] ConsoleHosts = ["ConsoleHost", "Chatalo.Host"];

    private CodeScreen? _screen;
    private string? _picture;
    private bool _hasBar;

    /// <summary>Whether colours are not wanted.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Whether calls are told of meanwhile, as with -Verbose: then codes stand one below the other.</summary>
    public required bool IsTalkative { get; init; }

    /// <summary>Whether the user has the code as a file.</summary>
    public required bool IsSaved { get; init; }

    /// <summary>Shows a code, in the place of the one before.</summary>
    public void Show(QrCode code, int number)
    {
        var isFirst = number == 1;
        try
        {
            if (code.Matrix is not { } matrix)
            {
                return;
            }

            if ((QrConsole.IsRedirected && ConsoleHosts.Contains(host.Name)) || !(host.UI?.RawUI is { } console && console.WindowSize.Width > 0))
            {
                SayOnce(isFirst, "The code is not shown, because no terminal shows the output of this command.");
                return;
            }

            var isPlain = IsPlain || QrConsole.IsPlain;
            _screen ??= new CodeScreen(host.UI!, QrConsole.Ink(isPlain), inPlace: !isPlain && !IsTalkative && !QrConsole.IsWindowsPowerShell);
            if (isFirst && isPlain)
            {
                SayOnce(true, $"The code is drawn without colours, for a {(QrConsole.Ink(true) == QrInk.DarkOnLight ? "light" : "dark")} background; a phone may not read it on another.");
            }

            if (!_screen.TryShow(matrix, number, DeviceOnboarding.MostCodes))
            {
                SavePicture(code, matrix);
            }
        }
        catch (Exception e) when (e is HostException or NotImplementedException or NotSupportedException or IOException)
        {
            SayOnce(isFirst, "The code is not shown, because this host has no terminal.");
        }
    }

    /// <summary>Counts down, on the screen or in a progress bar.</summary>
    public void Count(int number, int untilNext, int left)
    {
        if (_screen?.ShowsCountdown == true)
        {
            _screen.Count(untilNext);
            return;
        }

        _hasBar = true;
        progress(new ProgressRecord(
            ActivityId, "Linking " + device,
            string.Format(CultureInfo.InvariantCulture, "{0}, {1} of {2}, {3} s left", CodeScreen.Words(untilNext), number, DeviceOnboarding.MostCodes, left)));
    }

    /// <summary>Ends the bar, before the pipeline goes on.</summary>
    public void End()
    {
        if (_hasBar)
        {
            progress(new ProgressRecord(ActivityId, "Linking " + device, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        PrivateFile.TryDelete(_picture);
        try
        {
            _screen?.End();
        }
        catch (Exception e) when (e is HostException or NotImplementedException or NotSupportedException or IOException)
        {
            // The host has ended.
        }
    }

    private void SayOnce(bool isFirst, string why)
    {
        if (isFirst && !IsSaved)
        {
            warn(why + " Save it with -OutFile code.png and scan the picture.");
        }
    }

    private void SavePicture(QrCode code, QrMatrix matrix)
    {
        PrivateFile.TryDelete(_picture);
        _picture = IsSaved ? null : PrivateFile.TryWrite(code.ToPng(), ".png");
        warn(QrConsole.TooSmall(matrix, extraLines: 0)
            + (_picture is null ? IsSaved ? " Scan the file of -OutFile." : " Enlarge it, or save the code with -OutFile code.png." : $" The code is in {_picture} as long as this command waits: open it and scan it."));
    }
}
