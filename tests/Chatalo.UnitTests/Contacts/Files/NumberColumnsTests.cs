using Chatalo.Contacts.Files;

namespace Chatalo.UnitTests.Contacts.Files;

public class NumberColumnsTests
{
    [Theory]
    [InlineData("Phone No")]
    [InlineData("WA Number")]
    [InlineData("Nomor HP/WA")]
    [InlineData("Billing Phone")]
    [InlineData("phone1")]
    [InlineData("phone_number")]
    [InlineData("Celular")]
    [InlineData("Teléfono")]
    [InlineData("Te\u0301lefono")]
    [InlineData("TELÉFONO MÓVIL")]
    [InlineData("Handynummer")]
    [InlineData("Telefonnummer")]
    [InlineData("电话")]
    [InlineData("手机号码")]
    [InlineData("携帯電話番号")]
    [InlineData("휴대폰 번호")]
    [InlineData("เบอร์โทร")]
    [InlineData("เบอร์โทรศัพท์มือถือ")]
    [InlineData("رقم الجوال")]
    [InlineData("شماره موبایل")]
    [InlineData("SĐT")]
    [InlineData("Số điện thoại")]
    [InlineData("Номер телефона")]
    [InlineData("मोबाइल नंबर")]
    [InlineData("Nomor WhatsApp (contoh: 08123456789)")]
    [InlineData("Berapa nomor HP yang bisa dihubungi? (untuk grup kelas)")]
    [InlineData("TEL;TYPE=CELL")]
    [InlineData("nohp")]
    [InlineData("NO_HP")]
    [InlineData("No.HP")]
    [InlineData("NoTelp")]
    [InlineData("No. Telpon")]
    [InlineData("nomorwa")]
    [InlineData("WhatsAppNumber")]
    [InlineData("Whats App")]
    [InlineData("MobilePhone")]
    [InlineData("Phone 1 - Value")]
    [InlineData("MSISDN")]
    [InlineData("Customer Phone")]
    [InlineData("*Telepon")]
    [InlineData("Ｐｈｏｎｅ")]
    public void A_header_with_a_word_for_phone_is_a_phones(string header) => Assert.Equal(HeaderKind.Phone, Header.Read(header).Kind);

    [Theory]
    [InlineData("Fax")]
    [InlineData("Phone Type")]
    [InlineData("WA Status")]
    [InlineData("WhatsApp Group")]
    [InlineData("Nama WA")]
    [InlineData("Phone ID")]
    [InlineData("No Rekening")]
    [InlineData("Nomor Urut")]
    [InlineData("Order Number")]
    [InlineData("Customer")]
    [InlineData("Kode Negara")]
    [InlineData("Phone Country Code")]
    [InlineData("Phone 1 - Label")]
    [InlineData("")]
    [InlineData("Nowak")]
    [InlineData("\uD800 \uDC00")]
    public void A_header_of_something_else_is_not(string header) => Assert.NotInRange(Header.Read(header).Kind, HeaderKind.Phone, HeaderKind.Weak);

    [Theory]
    [InlineData("Number")]
    [InlineData("Nomor")]
    [InlineData("No")]
    [InlineData("No.")]
    [InlineData("To")]
    [InlineData("Nomor Tujuan")]
    [InlineData("Kontak")]
    public void A_number_of_any_kind_is_weak(string header) => Assert.Equal(HeaderKind.Weak, Header.Read(header).Kind);

    [Theory]
    [InlineData("Phone,Mobile", "Mobile")]
    [InlineData("Telp,Telp Seluler", "Telp Seluler")]
    [InlineData("No,Telepon,WhatsApp", "WhatsApp")]
    [InlineData("Number,Customer,Phone", "Phone")]
    [InlineData("Home Phone,Business Phone,Phone", "Phone")]
    [InlineData("Work Phone,Work Mobile,Phone", "Work Mobile")]
    [InlineData("phone2,phone1", "phone1")]
    [InlineData("Phone,Formatted Phone", "Formatted Phone")]
    [InlineData("No HP Sales,Telepon Kantor", "Telepon Kantor")]
    [InlineData("No HP Wali,Nama", "No HP Wali")]
    [InlineData("Nomor,Nama", "Nomor")]
    [InlineData("Telepon Rumah,HP", "HP")]
    public void The_surest_column_is_first(string headers, string expected)
    {
        var names = headers.Split(',');

        Assert.Equal(expected, names[NumberColumns.Of(names).Candidates[0].Index]);
    }

    [Theory]
    [InlineData("WA=Ya,HP=0812", "HP")]
    [InlineData("mobile=False,phone=0812", "phone")]
    [InlineData("HP=-,Telp=021,Kantor=1", "Telp")]
    [InlineData("HP=,HP Sales=0812", "HP")]
    [InlineData("Phone 1 - Label=Home,Phone 1 - Value=021,Phone 2 - Label=Mobile,Phone 2 - Value=0812", "Phone 2 - Value")]
    [InlineData("Phone 1 - Type=* Mobile,Phone 1 - Value=0812,Phone 2 - Type=Work,Phone 2 - Value=021", "Phone 1 - Value")]
    [InlineData("Nama=Ani", null)]
    public void The_surest_cell_that_is_not_blank_counts(string row, string? expected)
    {
        var cells = row.Split(',').Select(cell => cell.Split('=')).ToArray();
        var picked = NumberColumns.Of(cells.Select(cell => cell[0]).ToArray()).Pick(i => cells[i][1]);

        Assert.Equal(expected, picked < 0 ? null : cells[picked][0]);
    }

    [Theory]
    [InlineData("Kode Negara,No HP", 0)]
    [InlineData("No HP,Country Code", 1)]
    [InlineData("Phone Code,Mobile Code,Mobile", 1)]
    [InlineData("Kode,No HP", -1)]
    public void The_country_code_of_a_number_is_found(string headers, int expected)
        => Assert.Equal(expected, NumberColumns.Of(headers.Split(',')).Candidates[0].CountryCode);
}
