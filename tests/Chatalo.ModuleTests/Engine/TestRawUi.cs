using System.Management.Automation.Host;

namespace Chatalo.ModuleTests.Engine;

/// <summary>A screen of a given width, on which only lines can be written.</summary>
internal sealed class TestRawUi : PSHostRawUserInterface
{
    public int Width { get; set; } = 120;

    public override Size BufferSize
    {
        get => new(Width, 50);
        set => Width = value.Width;
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => BufferSize = value;
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
        // No key is ever waiting.
    }

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw OnlyLines();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw OnlyLines();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw OnlyLines();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw OnlyLines();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw OnlyLines();

    private static HostException OnlyLines() => new("The screen of a test knows only lines.");
}
