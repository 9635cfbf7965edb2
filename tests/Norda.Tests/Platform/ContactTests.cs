using CsCheck;
using Norda.Platform;

namespace Norda.Tests.Platform;

public class ContactTests
{
    [Theory]
    [InlineData("58 672 00 00", "+48586720000", "58 672 00 00")]
    [InlineData("(58) 672 00 00", "+48586720000", "58 672 00 00")]
    [InlineData("58/ 672 00 00", "+48586720000", "58 672 00 00")]
    [InlineData("+48 58-672-11-28", "+48586721128", "58 672 11 28")]
    [InlineData("0048586720000", "+48586720000", "58 672 00 00")]
    [InlineData("48586720000", "+48586720000", "58 672 00 00")]
    [InlineData("tel. 58 672 00 00", "+48586720000", "58 672 00 00")]
    [InlineData("Telefon: 586720000", "+48586720000", "58 672 00 00")]
    [InlineData("(0-58) 672 00 00", "+48586720000", "58 672 00 00")]
    [InlineData("+48 (0) 58 672 00 00", "+48586720000", "58 672 00 00")]
    [InlineData("601 200 374", "+48601200374", "601 200 374")]
    [InlineData("tel.kom. 601-200-374", "+48601200374", "601 200 374")]
    [InlineData("58 672 00 00 wew. 12", "+48586720000 wew. 12", "58 672 00 00 wew. 12")]
    [InlineData("58\u00A0672\u00A000\u00A000 w. 7", "+48586720000 wew. 7", "58 672 00 00 wew. 7")]
    [InlineData("801 123 456", "+48801123456", "801 123 456")]
    [InlineData("+49 30 123456", "+49 30 123456", "+49 30 123456")]
    [InlineData("0049 30 123456", "+49 30 123456", "+49 30 123456")]
    public void A_phone_is_read_stored_and_shown(string typed, string stored, string shown)
    {
        Assert.True(Phone.TryParse(typed, out var phone));
        Assert.Equal(stored, phone.ToString());
        Assert.Equal(shown, phone.Display);
        Assert.True(Phone.TryParse(stored, out var again));
        Assert.Equal(phone, again);
    }

    [Theory]
    [InlineData("telefon")]
    [InlineData("")]
    [InlineData("brak")]
    [InlineData("58 672 10917")] // a digit too many
    [InlineData("672 00 00")] // without the area code
    [InlineData("058 672 00 0")]
    [InlineData("58 672 00 00 pokój 3")]
    [InlineData("58 672 00 00 wew.")]
    [InlineData("+49 30 +49 30 1")]
    [InlineData("٥٨٦٧٢٠٠٠٠")]
    public void What_is_no_phone_is_left_out(string typed) => Assert.False(Phone.TryParse(typed, out _));

    [Fact]
    public void A_phone_dials_with_its_extension()
    {
        Assert.True(Phone.TryParse("58 672 00 00 wew. 12", out var phone));
        Assert.Equal("tel:+48586720000;ext=12", phone.Href);
        Assert.False(phone.IsMobile);
    }

    [Theory]
    [InlineData("58 672 00 00, 601 200 374")]
    [InlineData("58 672 00 00; tel. kom. 601 200 374")]
    [InlineData("58 672 00 00 / 601 200 374")]
    public void A_cell_with_two_phones_gives_both(string cell)
    {
        Assert.Equal(["+48586720000", "+48601200374"], Phone.ParseAll(cell, out var rest).Select(p => p.Number));
        Assert.Empty(rest);
    }

    [Fact]
    public void Parts_that_are_no_phone_are_told_apart()
    {
        Assert.Equal("+48586720000", Assert.Single(Phone.ParseAll("dzwonić rano; 58/672 00 00", out var rest)).Number);
        Assert.Equal(["dzwonić rano"], rest);
    }

    [Fact]
    public void Nine_digits_are_read_however_they_are_grouped() =>
        Gen.Select(Gen.Int[100_000_000, 999_999_999], Gen.Int[1, 8], Gen.OneOf(" ", "-", " - ", "\u00A0"), Gen.OneOf("", "+48 ", "0048", "tel. "))
            .Sample((number, at, gap, before) =>
                Phone.TryParse(before + $"{number}".Insert(at, gap), out var phone) && phone.Number == $"+48{number}");

    [Theory]
    [InlineData("https://www.orlen.pl", "https://www.orlen.pl", "orlen.pl")]
    [InlineData("www.cdprojekt.com", "https://www.cdprojekt.com", "cdprojekt.com")]
    [InlineData("kghm.com", "https://kghm.com", "kghm.com")]
    [InlineData("http://Stolarski.EXAMPLE/", "http://stolarski.example", "stolarski.example")]
    [InlineData("HTTPS://Firma.pl/O-Nas?x=1#k", "https://firma.pl/O-Nas?x=1#k", "firma.pl/O-Nas?x=1")]
    [InlineData("firma.pl:8080/a/", "https://firma.pl:8080/a/", "firma.pl/a")]
    [InlineData("żółw.pl", "https://xn--w-uga1v8h.pl", "żółw.pl")]
    public void A_web_address_is_completed(string typed, string stored, string shown)
    {
        Assert.True(WebAddress.TryParse(typed, out var address));
        Assert.Equal(stored, address);
        Assert.Equal(shown, WebAddress.Display(address));
        Assert.True(WebAddress.TryParse(address, out var again));
        Assert.Equal(address, again);
    }

    [Theory]
    [InlineData("htp:/x")]
    [InlineData("brak")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("nie mamy strony.")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://x.pl/%0Aalert(1)")]
    [InlineData("ftp://firma.pl")]
    [InlineData("biuro@firma.pl")]
    [InlineData("http://user:pass@firma.pl")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::1]/")]
    [InlineData("localhost")]
    [InlineData("www.firma,pl")]
    [InlineData("https://firma..pl")]
    [InlineData("https://-firma.pl")]
    public void What_is_no_web_address_is_left_out(string typed) => Assert.False(WebAddress.TryParse(typed, out _));

    [Theory]
    [InlineData("BIURO@REDA.EXAMPLE", "biuro@reda.example")]
    [InlineData("Jan.Kowalski@Firma.PL", "Jan.Kowalski@firma.pl")]
    [InlineData(" mailto:biuro@firma.pl ", "biuro@firma.pl")]
    [InlineData("a+b_c%d-e@x-y.co.pl", "a+b_c%d-e@x-y.co.pl")]
    [InlineData("biuro@żółw.pl", "biuro@xn--w-uga1v8h.pl")]
    public void A_mail_address_is_read(string typed, string stored)
    {
        Assert.True(Email.TryParse(typed, out var address));
        Assert.Equal(stored, address);
    }

    [Theory]
    [InlineData("to nie jest mail")]
    [InlineData("a..b@x.pl")]
    [InlineData("a@x..pl")]
    [InlineData(".a@x.pl")]
    [InlineData("a.@x.pl")]
    [InlineData("o'neil@firma.pl")] // the CHECK of the database refuses it
    [InlineData("a@b@c.pl")]
    [InlineData("a@firma")]
    [InlineData("a@firma.p")]
    [InlineData("a@firma.12")]
    [InlineData("a@-firma.pl")]
    [InlineData("@firma.pl")]
    [InlineData("żółw@firma.pl")]
    [InlineData("")]
    public void What_is_no_mail_address_is_left_out(string typed) => Assert.False(Email.TryParse(typed, out _));

    [Fact]
    public void The_first_of_several_mails_comes_first_and_none_twice()
    {
        Assert.Equal(["biuro@x.pl", "sklep@x.pl"], Email.ParseAll("biuro@x.pl; sklep@x.pl, BIURO@X.PL; brak", out var rest));
        Assert.Equal(["brak"], rest);
    }

    [Theory]
    [InlineData("84-230", "84-230")]
    [InlineData("84230", "84-230")]
    [InlineData(" 84 230", "84-230")]
    [InlineData("84–230", "84-230")]
    [InlineData("69000", "69-000")]
    public void A_postal_code_is_read(string typed, string stored)
    {
        Assert.True(PostalCode.TryParse(typed, out var code));
        Assert.Equal(stored, code);
    }

    [Theory]
    [InlineData("84-1000")]
    [InlineData("84-23")]
    [InlineData("00-000")]
    [InlineData("AB-123")]
    [InlineData("")]
    public void What_is_no_postal_code_is_left_out(string typed) => Assert.False(PostalCode.TryParse(typed, out _));

    [Theory]
    [InlineData("Chemików 7", "Chemików", "7", null)]
    [InlineData("os. Kaszubskie 25/3", "os. Kaszubskie", "25", "3")]
    [InlineData("12 Marca 153 lok. 2", "12 Marca", "153", "2")]
    [InlineData("Łąkowa 39/44", "Łąkowa", "39", "44")]
    [InlineData("al. Zwycięstwa 74", "al. Zwycięstwa", "74", null)]
    [InlineData("Al. Jerozolimskie 160", "al. Jerozolimskie", "160", null)]
    [InlineData("M. Skłodowskiej-Curie 48", "M. Skłodowskiej-Curie", "48", null)]
    [InlineData("Wierzbięcice 1B", "Wierzbięcice", "1B", null)]
    [InlineData("os. Kaszubskie 32A", "os. Kaszubskie", "32A", null)]
    [InlineData("Ul.Gdańska 5 b m. 7", "ul. Gdańska", "5b", "7")]
    [InlineData("ul Gdańska nr 5, lokal 12", "ul. Gdańska", "5", "12")]
    [InlineData("Portowa 12-14", "Portowa", "12-14", null)]
    [InlineData("12 Marca", "12 Marca", null, null)]
    [InlineData("Plac 1000-lecia", "Plac 1000-lecia", null, null)]
    [InlineData("3 Maja 3", "3 Maja", "3", null)]
    [InlineData("Rynek", "Rynek", null, null)]
    [InlineData("", "", null, null)]
    public void A_line_of_an_address_is_split(string line, string street, string? building, string? unit)
    {
        var address = StreetAddress.Parse(line);
        Assert.Equal((street, building, unit), (address.Street, address.Building, address.Unit));
    }

    [Fact]
    public void A_whole_address_in_one_line_gives_code_and_town()
    {
        var address = StreetAddress.Parse("CHEMIKÓW 7, 09-411 PŁOCK");
        Assert.Equal(("CHEMIKÓW", "7", "09-411", "PŁOCK"), (address.Street, address.Building, address.PostalCode, address.Town));
    }

    [Theory]
    [InlineData('a')]
    [InlineData(' ')]
    [InlineData('1')]
    [InlineData('/')]
    public void Fifty_thousand_letters_cost_no_time(char letter)
    {
        var text = "x " + new string(letter, 50_000) + " 1!";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        StreetAddress.Parse(text);
        StreetAddress.Parse("x " + new string(letter, 250) + " 1!");
        Assert.False(Phone.TryParse(text, out _) || Email.TryParse(text, out _) || WebAddress.TryParse(text, out _));
        CompanyName.Parse(text);
        Pesel.Blank(text);
        Assert.True(watch.ElapsedMilliseconds < 1000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("Jan Kowalski 44051401359", "Jan Kowalski")]
    [InlineData("PESEL: 02270803624, tel. 601", "PESEL: , tel. 601")]
    [InlineData("konto 044051401359 i 44051401358", "konto 044051401359 i 44051401358")] // 12 digits; a wrong checksum
    [InlineData("48586720004", "48586720004")] // a phone whose checksum fits, but no one is born in month 58
    [InlineData("", "")]
    public void A_persons_number_is_blanked(string text, string expected)
    {
        Assert.Equal(expected, Pesel.Blank(text));
        Assert.Equal(text != expected, Pesel.IsIn(text));
    }
}
