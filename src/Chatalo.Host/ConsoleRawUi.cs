using System.Management.Automation.Host;

namespace Chatalo.Host;

/// <summary>The console as a grid of cells, as far as a portable console is one.</summary>
internal sealed class ConsoleRawUi(ConsoleInput input, ConsoleOutput output) : PSHostRawUserInterface
{
    /// <inheritdoc />
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc />
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc />
    public override Coordinates CursorPosition
    {
        get
        {
            if (!output.IsTerminal || input.IsPending)
            {
                return default;
            }

            var (left, top) = Console.GetCursorPosition();
            return new Coordinates(left, top);
        }

        set
        {
            if (output.IsTerminal)
            {
                Console.SetCursorPosition(value.X, value.Y);
            }
        }
    }

    /// <inheritdoc />
    public override int CursorSize { get; set; } = 25;

    /// <inheritdoc />
    public override Size BufferSize
    {
        get => new(output.Width, Height);
        set => throw NotOffered("resize the buffer");
    }

    /// <inheritdoc />
    public override Size WindowSize
    {
        get => new(output.Width, Height);
        set => throw NotOffered("resize the window");
    }

    /// <inheritdoc />
    public override Size MaxWindowSize => WindowSize;

    /// <inheritdoc />
    public override Size MaxPhysicalWindowSize => WindowSize;

    /// <inheritdoc />
    public override Coordinates WindowPosition
    {
        get => default;
        set => throw NotOffered("move the window");
    }

    /// <inheritdoc />
    public override string WindowTitle
    {
        get => OperatingSystem.IsWindows() ? Console.Title : "";
        set
        {
            if (output.IsTerminal)
            {
                Console.Title = value;
            }
        }
    }

    /// <inheritdoc />
    public override bool KeyAvailable => ConsoleInput.IsTerminal && Console.KeyAvailable;

    private static int Height => Console.IsOutputRedirected || Console.WindowHeight <= 0 ? 50 : Console.WindowHeight;

    /// <inheritdoc />
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!ConsoleInput.IsTerminal)
        {
            throw new HostException("A key was awaited, and the input is not a terminal.");
        }

        var key = input.ReadKey();
        if ((options & ReadKeyOptions.NoEcho) == 0)
        {
            output.Write(key.KeyChar.ToString());
        }

        return new KeyInfo((int)key.Key, key.KeyChar, Modifiers(key.Modifiers), (options & ReadKeyOptions.IncludeKeyDown) != 0);
    }

    /// <inheritdoc />
    public override void FlushInputBuffer()
    {
        while (KeyAvailable && !input.IsPending)
        {
            Console.ReadKey(intercept: true);
        }
    }

    /// <inheritdoc />
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // Clear-Host fills a rectangle of -1: everything.
        if (rectangle is not { Left: -1, Top: -1, Right: -1, Bottom: -1 })
        {
            throw NotOffered("fill a rectangle");
        }

        if (output.IsTerminal)
        {
            Console.Clear();
        }
    }

    /// <inheritdoc />
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotOffered("write cells");

    /// <inheritdoc />
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotOffered("read cells back");

    /// <inheritdoc />
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotOffered("scroll a rectangle");

    private static ControlKeyStates Modifiers(ConsoleModifiers modifiers) =>
        (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0);

    private static HostException NotOffered(string what) => new($"This console cannot {what}.");
}
