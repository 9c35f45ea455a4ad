using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>The region that a cell of a column Country names: by its ISO code of two or three letters, by its calling code, or by its name.</summary>
internal static class CountryNames
{
    // What people write besides the names that .NET knows (English, and the country's own), and all that a machine without culture data must know.
    private const string Written =
        "ID=Indonesia,RI,Republik Indonesia,WNI|MY=Malaysia|SG=Singapore,Singapura,Singapur|HK=Hong Kong,Hongkong,Hong Kong SAR,香港|CN=China,Cina,Tiongkok,RRC,RRT,PRC,Chine,中国,中國|"
        + "TW=Taiwan,台灣,台湾|MO=Macau,Macao,Makau|JP=Japan,Jepang,Japon,Japón,日本|KR=South Korea,Korea Selatan,Korea,Republic of Korea,대한민국,한국|TH=Thailand,ไทย,ประเทศไทย|VN=Vietnam,Viet Nam,Việt Nam|"
        + "PH=Philippines,Filipina,Pilipinas|BN=Brunei,Brunei Darussalam|TL=Timor Leste,East Timor,Timor|KH=Cambodia,Kamboja|LA=Laos|MM=Myanmar,Burma|IN=India,Bharat,भारत|PK=Pakistan|BD=Bangladesh|LK=Sri Lanka|NP=Nepal|"
        + "US=United States,United States of America,U.S.,U.S.A.,America,Amerika,Amerika Serikat,Estados Unidos,États-Unis,Vereinigte Staaten|CA=Canada,Kanada|MX=Mexico,México,Meksiko|BR=Brazil,Brasil|AR=Argentina|CL=Chile|CO=Colombia,Kolombia|PE=Peru,Perú|"
        + "GB=United Kingdom,UK,U.K.,Great Britain,Britain,England,Scotland,Wales,Inggris,Britania Raya,Reino Unido|IE=Ireland,Irlandia|DE=Germany,Jerman,Deutschland,Alemania,Allemagne|AT=Austria,Österreich|CH=Switzerland,Swiss,Schweiz,Suisse|"
        + "FR=France,Prancis,Perancis,Francia|ES=Spain,Spanyol,España|PT=Portugal,Portugis|IT=Italy,Italia|NL=Netherlands,The Netherlands,Holland,Belanda,Nederland|BE=Belgium,Belgia,België,Belgique|SE=Sweden,Swedia,Sverige|NO=Norway,Norwegia,Norge|"
        + "DK=Denmark,Denmark,Danmark|FI=Finland,Finlandia,Suomi|PL=Poland,Polandia,Polska|TR=Turkey,Turki,Türkiye|RU=Russia,Rusia,Россия,Russian Federation|UA=Ukraine,Ukraina|AU=Australia|NZ=New Zealand,Selandia Baru|"
        + "SA=Saudi Arabia,Arab Saudi,KSA,Saudi,السعودية|AE=United Arab Emirates,UAE,U.A.E.,Uni Emirat Arab,UEA,الإمارات|QA=Qatar|KW=Kuwait|OM=Oman|BH=Bahrain|EG=Egypt,Mesir,مصر|JO=Jordan,Yordania|IR=Iran,ایران|IQ=Iraq,Irak|IL=Israel|"
        + "ZA=South Africa,Afrika Selatan|NG=Nigeria|KE=Kenya|MA=Morocco,Maroko,Maroc";

    private static readonly Lazy<Dictionary<string, string>> Regions = new(Read);

    /// <summary>The region, ISO 3166-1 alpha-2; null when the text names no country.</summary>
    public static string? RegionOf(string text)
    {
        text = text.Trim();
        if (text.Length == 2 && PhoneNumberNormalizer.IsRegion(text))
        {
            return text.ToUpperInvariant();
        }

        var digits = new string(text.Where(c => c is >= '0' and <= '9').ToArray()).TrimStart('0');
        return digits.Length > 0 ? CallingCodes.RegionOf(digits) : Regions.Value.TryGetValue(Key(text), out var region) ? region : null;
    }

    private static string Key(string name) => string.Concat(HeaderText.Fold(name).Where(char.IsLetter));

    private static Dictionary<string, string> Read()
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var country in Written.Split('|'))
        {
            foreach (var name in country.Substring(3).Split(','))
            {
                regions[Key(name)] = country.Substring(0, 2);
            }
        }

        for (var i = 0; i < 26 * 26; i++)
        {
            var region = new string([(char)('A' + (i / 26)), (char)('A' + (i % 26))]);
            if (PhoneNumberNormalizer.IsRegion(region))
            {
                AddKnown(regions, region);
            }
        }

        return regions;
    }

    private static void AddKnown(Dictionary<string, string> regions, string region)
    {
        try
        {
            var known = new RegionInfo(region);
            foreach (var name in new[] { known.EnglishName, known.NativeName, known.ThreeLetterISORegionName })
            {
                if (Key(name) is { Length: > 2 } key && !regions.ContainsKey(key))
                {
                    regions.Add(key, region);
                }
            }
        }
        catch (ArgumentException)
        {
            // The machine does not know the region.
        }
    }
}
