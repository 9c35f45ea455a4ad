namespace Chatalo.Contacts.Files;

/// <summary>
/// The words by which columns are known, in the languages of the regions that lists come from. The one table for Import-ChataloContact, for
/// Send-ChataloMessage and for the help page about_Chatalo_Lists, which a test compares with it.
/// </summary>
internal static class HeaderWords
{
    /// <summary>All groups, in the order in which the help page lists them.</summary>
    public static IReadOnlyList<HeaderWordGroup> Groups { get; } =
    [
        Group(
            HeaderMeaning.WhatsApp,
            "WhatsApp: taken first",
            "WhatsApp, Whats App, WA, Wapp, Wasap, Watsapp, Whatsap, Wsp, واتساب, واتس, واتسآپ, Ватсап, Вотсап, Вацап, 와츠앱, 왓츠앱, วอทส์แอป, व्हाट्सएप"),
        Group(
            HeaderMeaning.Mobile,
            "Mobile: taken next",
            "Mobile, Mob, Cell, Cellphone, Cellular, GSM, MSISDN, SMS, Smartphone, HP, Handphone, Handpon, Hape, Ponsel, Seluler, Selular, Celular, Cel, Móvil, Telemóvel, "
            + "Cellulare, Portable, Handy, Mobil, Mobiltelefon, Mobiel, Mobitel, Cep, Komórka, Komórkowy, Bimbit, Di động, Мобильный, Мобильного, Мобильник, Сотовый, "
            + "Сотового, Моб, Κινητό, نقال, جوال, موبايل, موبایل, محمول, همراه, मोबाइल, মোবাইল, มือถือ, 手机, 手機, 移动电话, 行動電話, 携帯, 휴대폰, 휴대전화, 핸드폰"),
        Group(
            HeaderMeaning.Phone,
            "Phone: taken where there is no column of the above, or its cell is empty",
            "Phone, Phones, Telephone, Tel, Telp, Telpon, Tlp, Tlpn, Tlf, Telf, Telepon, Telefon, Telefonu, Telefono, Telepono, Teléfono, Telefone, Téléphone, Telefoon, Rufnummer, Ruf, Fone, Fono, "
            + "Ph, Puhelin, Điện thoại, SĐT, ĐT, Телефон, Телефона, Тел, Τηλέφωνο, هاتف, تلفن, تليفون, फ़ोन, ফোন, โทร, เบอร์, 电话, 電話, 전화, 연락처"),
        Group(
            HeaderMeaning.International,
            "With the country code: this one of two such columns",
            "International, Formatted, E164, E 164, Full, Normalized, Normalised, Internasional, Internacional"),
        Group(
            HeaderMeaning.Place,
            "At another place: taken last",
            "Home, House, Residence, Rumah, Work, Office, Kantor, Business, Bisnis, Company, Perusahaan, PT, CV, UD, Ltd, Inc, GmbH, Address, Alamat, Landline, Fixed, Fijo, Fixo, PSTN, Main, Casa, Trabajo, Trabalho, Oficina, "
            + "Escritório, Maison, Domicile, Bureau, Travail, Arbeit, Büro, Geschäftlich, Dienstlich, Festnetz, Thuis, Werk, Nhà, Домашний, Рабочий, منزل, عمل, 固定, 座机, 固話, บ้าน, 자택, 회사"),
        Group(
            HeaderMeaning.Second,
            "One more of the same person: taken when the first is empty",
            "Other, Lain, Lainnya, Alternate, Alternative, Alternatif, Alt, Secondary, Second, Kedua, Backup, Cadangan, Additional, Tambahan, Otro, Outro, Autre, Shipping, Pengiriman"),
        Group(
            HeaderMeaning.OtherPerson,
            "Of somebody else: taken only where no other column has a number",
            "Emergency, Darurat, Assistant, Asisten, Parent, Parents, Father, Mother, Ayah, Ibu, Ortu, Orang, Wali, Guardian, Spouse, Pasangan, Suami, Istri, Sales, Salesman, "
            + "Agent, Agen, Driver, Sopir, Kurir, Courier, Referral, Reseller, Supplier, Owner, Manager, Supervisor, SPV, Caller, Emergencia"),
        Group(
            HeaderMeaning.Sender,
            "Of the sender: taken only where no other column has a number; at the top of a list without a header it is not a person",
            "Hotline, CS, Admin, Sender, Pengirim, From, Dari, Marketing, PIC, Service, Layanan, Helpdesk, Callcenter, Call, Center, Centre, Support, Info, Switchboard, Reception, Resepsionis, Operasional, Hubungi, Dicetak, Printed, Diekspor, Exported"),
        Group(
            HeaderMeaning.Number,
            "Number of any kind: a phone number only where the cells are",
            "Number, Numbers, Num, No, Nos, Nr, Nbr, Nro, Nomor, Nomer, Nmr, Número, Numéro, Nummer, Numer, Szám, Số, Номер, αριθμός, رقم, شماره, नंबर, নম্বর, หมายเลข, 号码, 號碼, 番号, 번호"),
        Group(
            HeaderMeaning.Contact,
            "Whom to write to: a phone number only where the cells are",
            "To, Contact, Contacts, Kontak, Contacto, Contato, Kontakt, Recipient, Recipients, Penerima, Dihubungi, Tujuan, Target, Destination, Destinatario, Receiver, Empfänger, 联系, 連絡先, ติดต่อ"),
        Group(
            HeaderMeaning.Country,
            "With a word for code: the country code, put before the number; alone: the country of the number",
            "Country, Negara, País, Pays, Land, Länder, Paese, Ülke, Страна, Страны, دولة, 国家, 國家, 国, ประเทศ, 국가, Dial, Dialing, Dialling, Calling, ISD, IDD"),
        Group(
            HeaderMeaning.Code,
            "With a word for country or phone: the country code, put before the number",
            "Code, Codes, Kode, Código, Codice, Prefix, Prefijo, Prefixo, Preffix, Indicatif, Kod, Kodu, Код, Mã, كود, رمز, 代码, 코드, รหัส"),
        Group(
            HeaderMeaning.Area,
            "With a word for code: the area code, put before the number",
            "Area, Wilayah, Daerah, STD"),
        Group(
            HeaderMeaning.AreaCode,
            "The area code, put before the number; with a word for country, the country code",
            "Vorwahl, Ortsvorwahl, Areacode, Netnummer, DDD, Lada, Riktnummer, 区号, 區號"),
        Group(
            HeaderMeaning.Own,
            "Of the person itself: changes nothing",
            "Pribadi, Personal, Private, Privat, Primary, Utama, Own, Direct, Genggam, Aktif, Active"),
        Group(
            HeaderMeaning.About,
            "About a number, but not the number: not taken",
            "Fax, Faks, Faksimili, Facsimile, Email, Mail, Type, Tipe, Typ, Tipo, Etiqueta, Libellé, Jenis, Label, Status, Group, Grup, Device, Perangkat, Model, Brand, Merk, Merek, Ext, Extension, Ekstensi, "
            + "Verified, Valid, Provider, Operator, Carrier, Network, Url, Link, App, Count, Jumlah, Date, Tanggal, Tgl, Time, Jam, Waktu, Message, Pesan, Template, Consent, Opt, "
            + "Optin, Optout, Sent, Terkirim, Read, Note, Notes, Catatan, Pager, Id, IMEI, ICCID, Serial, Seri, Invalid, Duplicate, Score, Tagihan, Harga, Price, Pulsa, Paket, Kuota"),
        Group(
            HeaderMeaning.Identifier,
            "Another number: not taken",
            "Account, Acct, Rekening, Rek, Akun, Bank, Order, Pesanan, Invoice, Faktur, Kwitansi, Nota, Ref, Reference, Referensi, Transaction, Transaksi, Trx, Customer, "
            + "Pelanggan, Member, Anggota, Employee, Karyawan, Pegawai, Student, Siswa, Induk, NIS, NISN, NIM, NIP, NIK, KTP, KK, NPWP, BPJS, SIM, Passport, Paspor, "
            + "Urut, Antrian, Row, Baris, Item, SKU, Barcode, Resi, Tracking, Postal, Zip, Pos, Polis, Policy, Meter, Polisi, Plat, VAT, Tax, CPF, CNPJ, DNI, RFC, Aadhaar, PAN, Ticket, Tiket, Meja, Blok, Kamar, RT, RW, VA"),
        Group(
            HeaderMeaning.Name,
            "A name",
            "Name, Nama, Names, Firstname, Lastname, Fullname, Displayname, Nombre, Nom, Prénom, Nome, Vorname, Nachname, Naam, Ad, Tên, Họ, Имя, ФИО, اسم, نام, नाम, ชื่อ, 姓名, 名字, 名前, 氏名, 이름, 성명, FN"),
        Group(
            HeaderMeaning.Other,
            "Other columns of a list of people; they tell a header from a row of data",
            "City, Kota, Ciudad, Cidade, Ville, Stadt, Province, Provinsi, Region, State, Kecamatan, Kelurahan, Desa, Kelas, Class, Total, Amount, Nominal, Diskon, Discount, Kategori, Category, Tag, Tags, "
            + "Labels, Title, Gender, Kelamin, Umur, Usia, Age, Birthday, Lahir, Department, Departemen, Divisi, Jabatan, Position, Job, Organization, Website, Keterangan, Remarks, Deskripsi, Description, "
            + "Username, Timestamp, Created, Updated, Produk, Product, Qty, Quantity, Lunas, Tempo, Dibayar, Cabang, Branch, Toko, Store, Photo, Nickname, Session, Sesi"),
    ];

    private static HeaderWordGroup Group(HeaderMeaning meaning, string title, string words) => new(meaning, title, words.Split([", "], StringSplitOptions.RemoveEmptyEntries));
}
