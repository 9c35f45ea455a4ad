using System.Globalization;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>What a workbook can have of a kind, beyond which a file is not one: it would cost time and memory without end.</summary>
internal static class Bounds
{
    /// <summary>The rows of a sheet.</summary>
    public const int Rows = 1_048_576;

    /// <summary>The columns of a sheet.</summary>
    public const int Columns = 16_384;

    /// <summary>The formats of cells; Excel's limit.</summary>
    public const int Formats = 65_490;

    /// <summary>The sheets, and the parts that a part names.</summary>
    public const int Parts = 10_000;

    /// <summary>Refuses the file where there are more.</summary>
    /// <exception cref="InvalidDataException">There are more; the message says of what.</exception>
    public static void Check(int count, int most, string what)
    {
        if (count > most)
        {
            throw new InvalidDataException($"The workbook has more than {most.ToString("N0", CultureInfo.InvariantCulture)} {what}, which Excel cannot have written; the file is damaged, or made to do harm.");
        }
    }
}
