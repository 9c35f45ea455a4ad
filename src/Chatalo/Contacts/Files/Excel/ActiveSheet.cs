namespace Chatalo.Contacts.Files.Excel;

/// <summary>
/// Finds which sheet of an .xls file is shown when it is opened, which ExcelDataReader 3.6 does not tell. The record WINDOW1 ([MS-XLS] 2.4.346) stands near the
/// beginning of the workbook's stream; its length and its values are told apart from other bytes without the file's structure.
/// </summary>
internal static class ActiveSheet
{
    private const int MostBytes = 4 << 20;
    private const int RecordLength = 22;
    private const int MostSheets = 1024;

    /// <summary>The place of the sheet; -1 where the file does not say so in plain. Sets the stream back to its beginning.</summary>
    public static int Find(Stream stream)
    {
        var bytes = new byte[Math.Min(stream.Length, MostBytes)];
        stream.Position = 0;
        var length = 0;
        for (int read; length < bytes.Length && (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
        {
            length += read;
        }

        stream.Position = 0;
        for (var i = 0; i + RecordLength <= length; i++)
        {
            if (bytes[i] == 0x3D && bytes[i + 1] == 0 && bytes[i + 2] == RecordLength - 4 && bytes[i + 3] == 0 && IsWindow(i))
            {
                return Word(i + 14);
            }
        }

        return -1;

        int Word(int at) => bytes[at] | (bytes[at + 1] << 8);

        // Reserved bits are 0, at least one sheet is selected, and the tabs take at most all of the width.
        bool IsWindow(int at) => Word(at + 12) < 0x80 && Word(at + 14) < MostSheets && Word(at + 16) < MostSheets && Word(at + 18) is > 0 and < MostSheets && Word(at + 20) <= 1000;
    }
}
