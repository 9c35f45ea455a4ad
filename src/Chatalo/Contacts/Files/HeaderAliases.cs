namespace Chatalo.Contacts.Files;

/// <summary>What people call the columns that matter, in English and Indonesian. Only letters and digits count, and not their case.</summary>
internal static class HeaderAliases
{
    /// <summary>Headers of the number, the surest first: a file with "WhatsApp" and "Telepon" means the first.</summary>
    public static IReadOnlyList<string> Number { get; } =
    [
        "WhatsApp", "WA", "WhatsApp Number", "No WhatsApp", "No WA", "Nomor WhatsApp", "Nomor WA", "Number", "Nomor", "Phone Number", "Phone",
        "Mobile", "Mobile Number", "Mobile Phone", "Cell Phone", "No HP", "Nomor HP", "HP", "No Handphone", "Nomor Handphone", "Handphone",
        "Ponsel", "No Ponsel", "Nomor Ponsel", "No Telepon", "Nomor Telepon", "Telepon", "No Telp", "Nomor Telp", "Telp", "Telephone",
        "Telephone Number", "Tel", "MSISDN", "Phone 1 - Value", "Primary Phone", "To", "Tujuan", "Nomor Tujuan", "Recipient", "Contact Number", "No Kontak",
        "Nomor Kontak", "Kontak", "Contact", "No",
    ];

    /// <summary>Headers of the name.</summary>
    public static IReadOnlyList<string> Name { get; } =
        ["Name", "Nama", "Full Name", "Nama Lengkap", "Display Name", "Contact Name", "Customer Name", "Nama Pelanggan", "Nama Kontak", "First Name"];

    /// <summary>The column whose header stands first in the list of aliases; -1 when none does.</summary>
    public static int Find(IReadOnlyList<string> headers, IReadOnlyList<string> aliases)
    {
        var keys = headers.Select(Key).ToArray();
        foreach (var alias in aliases)
        {
            var at = Array.IndexOf(keys, Key(alias));
            if (at >= 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static string Key(string header) => new(header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
}
