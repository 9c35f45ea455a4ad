using Chatalo.Qr;

namespace Chatalo.UnitTests.Qr;

public class QrTerminalTests
{
    public static TheoryData<int> Versions => [1, 2, 6, 7, 11, 13, 20, 27, 40];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Half_blocks_show_the_same_modules(int version)
    {
        var matrix = Samples.Matrix(version);
        AssertShows(matrix, TerminalPhoto.Take(QrTerminal.Text(matrix, ascii: false, colours: true)), cellsPerModule: 1, dark: 0, light: 255);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Ascii_shows_the_same_modules(int version)
    {
        var matrix = Samples.Matrix(version);
        var text = QrTerminal.Text(matrix, ascii: true, colours: true);
        Assert.All(text, c => Assert.True(c <= 127));
        AssertShows(matrix, TerminalPhoto.Take(text), cellsPerModule: 2, dark: 0, light: 255);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Without_colours_the_light_modules_are_drawn(int version)
    {
        var matrix = Samples.Matrix(version);
        AssertShows(matrix, TerminalPhoto.Take(QrTerminal.Text(matrix, ascii: false, colours: false)), cellsPerModule: 1, dark: 12, light: 204);
        AssertShows(matrix, TerminalPhoto.Take(QrTerminal.Text(matrix, ascii: true, colours: false)), cellsPerModule: 2, dark: 12, light: (204 + 12) / 2);
        Assert.DoesNotContain('\u001b', QrTerminal.Text(matrix, ascii: false, colours: false) + QrTerminal.Text(matrix, ascii: true, colours: false));
    }

    [Fact]
    public void What_is_left_without_colour_sequences_is_dark_ink_on_light_paper()
    {
        var matrix = Samples.Matrix(2);
        var plain = System.Text.RegularExpressions.Regex.Replace(QrTerminal.Text(matrix, ascii: true, colours: true), "\u001b\\[[0-9;]*m", "").Split(Environment.NewLine);
        for (var row = 0; row < matrix.Size; row++)
        {
            for (var column = 0; column < matrix.Size; column++)
            {
                Assert.Equal(matrix[row, column] ? "##" : "  ", plain[row + 4].Substring(2 * (column + 4), 2));
            }
        }
    }

    [Fact]
    public void Version_13_fits_80_columns()
    {
        Assert.Equal(77, TerminalPhoto.Take(QrTerminal.Text(Samples.Matrix(13), ascii: false, colours: true)).GetLength(1));
    }

    [Theory]
    [InlineData(13, true, 78, 99, 4)]
    [InlineData(13, true, 77, 99, 3)]
    [InlineData(13, true, 71, 99, null)]
    [InlineData(13, false, 155, 99, 4)]
    [InlineData(13, false, 142, 99, null)]
    [InlineData(40, true, null, null, 4)]
    [InlineData(9, true, 120, 31, 4)]
    [InlineData(9, true, 120, 30, 3)]
    [InlineData(9, true, 120, 28, 1)]
    [InlineData(9, true, 120, 27, null)]
    // Without room beside the code, the words take a line.
    [InlineData(9, true, 60, 29, 1)]
    [InlineData(9, true, 60, 28, null)]
    public void The_largest_quiet_zone_that_fits_is_taken(int version, bool blocks, int? columns, int? rows, int? zone)
        => Assert.Equal(zone, QrLayout.Fit(Samples.Matrix(version).Size, blocks, columns, rows)?.QuietZone);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_smaller_quiet_zone_shows_the_same_modules(int zone)
    {
        var matrix = Samples.Matrix(9);
        var photo = TerminalPhoto.Take(string.Join(Environment.NewLine, QrTerminal.HalfBlocks(matrix, QrInk.Colours, zone)));
        for (var row = 0; row < matrix.Size; row++)
        {
            for (var column = 0; column < matrix.Size; column++)
            {
                Assert.Equal(matrix[row, column] ? 0 : 255, photo[row + zone, column + zone]);
            }
        }
    }

    private static void AssertShows(QrMatrix matrix, byte[,] photo, int cellsPerModule, byte dark, byte light)
    {
        // A character is as high as two are wide: with two characters a module, a module is also two half cells high.
        Assert.Equal((matrix.Size + 8) * cellsPerModule, photo.GetLength(1));
        Assert.InRange(photo.GetLength(0), (matrix.Size + 8) * cellsPerModule, ((matrix.Size + 8) * cellsPerModule) + 1);
        for (var y = 0; y < (matrix.Size + 8) * cellsPerModule; y++)
        {
            for (var x = 0; x < photo.GetLength(1); x++)
            {
                var (row, column) = ((y / cellsPerModule) - 4, (x / cellsPerModule) - 4);
                var inside = row >= 0 && column >= 0 && row < matrix.Size && column < matrix.Size;
                Assert.Equal(inside && matrix[row, column] ? dark : light, photo[y, x]);
            }
        }
    }
}
