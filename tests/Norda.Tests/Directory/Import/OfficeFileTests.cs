using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Directory.Import;
using Norda.Tests.Architecture;

namespace Norda.Tests.Directory.Import;

/// <summary>The office's own file, imported once into an empty directory.</summary>
public sealed class OfficeFile : TestApp
{
    public static readonly string Path = Sources.At("tests/Norda.Tests/Directory/Import/firmy-z-biura.csv");

    public ImportTotals Totals { get; private set; } = null!;
    public string DryReport { get; private set; } = "";
    public string Report { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_, DryReport) = await this.ImportFile(Path, dryRun: true);
        (Totals, Report) = await this.ImportFile(Path);
    }
}

public class OfficeFileTests(OfficeFile app) : IClassFixture<OfficeFile>
{
    [Fact]
    public async Task Every_row_ends_as_one_of_four()
    {
        Assert.Equal((70, 1, 0, 6), (app.Totals.New, app.Totals.Changed, app.Totals.Same, app.Totals.Refused));
        Assert.Equal(70, await app.Db(db => db.Companies.CountAsync()));
        Assert.Equal(77, await app.Db(db => db.Set<ImportRow>().CountAsync(r => r.BatchId == app.Totals.Batch)));
    }

    [Fact]
    public void The_report_tells_how_the_file_was_read_and_ends_with_the_sums()
    {
        Assert.StartsWith("Plik: firmy-z-biura.csv (CSV, średnik, Windows-1250)\n", app.Report, StringComparison.Ordinal);
        Assert.Contains("Członek izby: 48 tak, 12 nie, 0 niejasno, 11 bez odpowiedzi.", app.Report, StringComparison.Ordinal);
        Assert.EndsWith($"""
            Razem 77 wierszy: 70 nowych firm, 1 zmieniona, 0 bez zmian, 6 odrzuconych.
            Zapisano jako przebieg {app.Totals.Batch}. Cofnięcie całości: norda import undo {app.Totals.Batch}

            """, app.Report, StringComparison.Ordinal);
        Assert.EndsWith("To była próba: nic nie zapisano.\n", app.DryReport, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, "Zły NIP sp. z o.o.: NIP ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry: „588-100-00-01”")]
    [InlineData(22, "Powtórzony NIP, Reda: ten sam NIP co w wierszu 2")]
    [InlineData(26, "to nie jest wiersz tabeli: to nie jest wiersz tabeli: ma 1 pole zamiast 13")]
    [InlineData(30, "(bez nazwy): brak nazwy firmy")]
    [InlineData(36, "=HYPERLINK(\"http://zly.example\";\"kliknij\"): nazwa zaczyna się od „=” jak formuła arkusza")]
    [InlineData(43, "<b>Firma</b> <script>alert(1)</script>: NIP z dziesięciu jednakowych cyfr nie istnieje: „1111111111”")]
    public async Task A_broken_row_is_refused_with_its_line_and_its_reason(int line, string told)
    {
        Assert.Equal($"{line}  odrzucona   {told}", Importing.Line(app.Report, line));
        Assert.Equal($"{line}  odrzucona   {told}", Importing.Line(app.DryReport, line));
        var row = await app.Row(app.Totals, line);
        Assert.Equal(RowOutcome.Refused, row.Outcome);
        Assert.EndsWith(row.Remarks!, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ORLEN S.A.", "7740001454", "610188201", "0000028860", "sa", "https://www.orlen.pl")]
    [InlineData("CD PROJEKT S.A.", "7342867148", "492707333", "0000006865", "sa", "https://www.cdprojekt.com")]
    [InlineData("KGHM Polska Miedź Spółka Akcyjna", "6920000013", "390021764", "0000023302", "sa", "https://kghm.com")]
    [InlineData("T-Mobile Polska S.A.", "5261040567", "011417295", "0000391193", "sa", "https://www.t-mobile.pl")]
    [InlineData("ORANGE POLSKA SPÓŁKA AKCYJNA", "5260250995", "012100784", null, "sa", "https://orange.pl")]
    [InlineData("Polskie Linie Lotnicze LOT S.A.", "5220002334", "010058960", null, "sa", "https://lot.com")]
    [InlineData("LPP S.A.", "5831014898", null, null, "sa", "https://lpp.com")]
    [InlineData("Asseco Poland S.A.", "5220003782", null, null, "sa", "https://pl.asseco.com")]
    [InlineData("InPost sp. z o.o.", "6793087624", null, null, "spzoo", "https://inpost.pl")]
    [InlineData("Allegro sp. z o.o.", "5272525995", null, null, "spzoo", "https://allegro.pl")]
    [InlineData("Przetwórnia Ryb Źródło sp. z o.o. sp.k.", "5881109684", null, null, "spzoo+spk", "https://www.ryb.example")]
    public async Task Register_numbers_come_in_right(string name, string nip, string? regon, string? krs, string form, string website)
    {
        var firm = await app.Stored(name);
        Assert.Equal((nip, regon, krs, form, website), (firm.Nip, firm.Regon, firm.Krs, firm.LegalForm, firm.Website));
        Assert.Equal(CompanyStatus.Active, firm.Status);
    }

    [Theory]
    [InlineData("ORLEN S.A.", "Chemików", "7", null, "09-411", "Płock")]
    [InlineData("Pensjonat Źródło", "al. Zwycięstwa", "67A", null, "84-200", "Wejherowo")]
    [InlineData("Auto-Serwis Kaszub-Bałt", "12 Marca", "153", "2", "84-120", "Władysławowo")]
    [InlineData("Software Reda Spółka z ograniczoną odpowiedzialnością", "os. Kaszubskie", "79A", null, "84-230", "Rumia")]
    [InlineData("LPP S.A.", "Łąkowa", "39", "44", "80-769", "Gdańsk")]
    [InlineData("Polskie Linie Lotnicze LOT S.A.", null, null, null, "02-146", "Warszawa")]
    public async Task Addresses_come_in_right(string name, string? street, string? building, string? unit, string code, string town)
    {
        var address = (await app.Stored(name)).Address;
        Assert.Equal((street, building, unit, code, town), (address.Street, address.Building, address.Unit, address.PostalCode, address.Town));
    }

    [Fact]
    public async Task Phones_and_mails_come_in_right_and_further_ones_become_contacts()
    {
        Assert.Equal("+48586721128", (await app.Stored("Spawalnictwo Stolem sp.j.")).Phone);
        Assert.Equal("biuro@zuraw.example", (await app.Stored("Pensjonat Żuraw")).Email);
        var zuraw = await app.Stored("Auto-Serwis Żuraw-Żuraw");
        Assert.Equal("biuro@zurawzuraw.example", zuraw.Email);
        var further = Assert.Single(zuraw.Contacts);
        Assert.Equal(("email", "sklep@zurawzuraw.example", "import"), (further.ContactType, further.Value, further.Source));
    }

    [Fact]
    public async Task A_wrong_value_is_left_out_with_a_remark_and_kept_with_the_row()
    {
        var firm = await app.Stored("Biuro Rachunkowe Gryf sp. z o.o.");
        Assert.Equal((null, null), (firm.Phone, firm.Website));
        Assert.Equal("""
            23  nowa        Biuro Rachunkowe Gryf sp. z o.o., Rumia
            ! Telefon: pominięto „(58) 67210889”, numer ma 10 cyfr, powinno być 9
            ! WWW: pominięto „brak”, to nie jest adres strony
            """, Importing.Line(app.Report, 23));
        Assert.Equal("""{"Telefon":"(58) 67210889","WWW":"brak","Członek":"x"}""", (await app.Row(app.Totals, 23)).Leftover);
    }

    [Fact]
    public async Task A_firm_written_in_another_way_is_the_same_firm()
    {
        Assert.Equal("""
            49  zmieniona   Orlen Spółka Akcyjna, Płock (ta sama firma co w wierszu 2)
            krótki opis: — → bez NIP, ta sama firma inaczej zapisana
            """, Importing.Line(app.Report, 49));
        Assert.Equal((await app.Row(app.Totals, 2)).CompanyId, (await app.Row(app.Totals, 49)).CompanyId);
        Assert.Equal("7740001454", (await app.Stored("ORLEN S.A.")).Nip);
    }

    [Theory]
    [InlineData("Pensjonat Reda", "5881000007 Wejherowo pensjonat-reda", "5881466148 Lębork pensjonat-reda-2")]
    [InlineData("P.H.U. Bałt", "5881054842 Gdynia p-h-u-balt", "5881219361 Puck p-h-u-balt-2")]
    public async Task Two_numbers_are_two_firms_whatever_their_names(string name, params string[] expected) =>
        Assert.Equal(expected, await app.Db(db => db.Companies.Where(c => c.Name == name).OrderBy(c => c.Nip).Select(c => c.Nip + " " + c.Address.Town + " " + c.Slug).ToListAsync()));

    [Fact]
    public async Task Categories_are_created_and_listed()
    {
        const string Listed = "Energetyka, IT i telekomunikacja, Produkcja, Transport i logistyka, Handel, Gastronomia i turystyka, Motoryzacja, IT, Budownictwo, Usługi finansowe, Usługi prawne";
        Assert.Contains($"Nowe branże: {Listed}.\n", app.Report, StringComparison.Ordinal);
        Assert.Equal(Listed.Split(", ").Order(StringComparer.Ordinal), (await app.Db(db => db.Categories.Select(c => c.Name).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal("Transport i logistyka", (await app.Stored("InPost sp. z o.o.")).Category!.Name);
    }

    [Fact]
    public void A_dry_run_shows_every_row_and_a_real_one_what_needs_a_look()
    {
        Assert.All(Enumerable.Range(2, 77).Where(line => line != 79), line => Assert.NotEmpty(Importing.Line(app.DryReport, line)));
        Assert.Equal("3  nowa        CD PROJEKT S.A., Warszawa", Importing.Line(app.DryReport, 3));
        Assert.Empty(Importing.Line(app.Report, 3));
    }

    [Fact]
    public async Task The_firms_are_found_at_once() =>
        Assert.Contains("Biuro Rachunkowe Gryf sp. z o.o.", await app.Found("biuro rachunkowe gryf"));
}
