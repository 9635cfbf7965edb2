using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory.Import;

namespace Norda.Tests.Directory.Import;

public class ImportRulesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_dry_run_changes_no_row()
    {
        await app.Firm("Próbna sp. z o.o.", town: "Reda", nip: "5881000007");
        var before = await app.Dump();

        var (totals, report) = await app.Import("Nazwa;NIP;Telefon;Branża;Usługi;Uwagi\nPróbna sp. z o.o.;5881000007;58 672 00 00;Nowa branża;nowa usługa;x\nInna;;;;;\n", dryRun: true, ("Uwagi", ImportColumn.Ignore));

        Assert.Equal((null, 1, 1), (totals.Batch, totals.New, totals.Changed));
        Assert.Contains("telefon: — → 58 672 00 00\n", report, StringComparison.Ordinal);
        Assert.Contains("branża: — → Nowa branża\n", report, StringComparison.Ordinal);
        Assert.Contains("usługi: + nowa usługa\n", report, StringComparison.Ordinal);
        Assert.Equal(before, await app.Dump());
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_is_recognised()
    {
        const string Csv = "Nazwa,NIP,E-mail,Usługi\nDwukrotna,5881013719,\"a@dwa.example, b@dwa.example\",\"mycie, czyszczenie\"\nDwukrotna,,,pranie\n";
        var (first, _) = await app.Import(Csv);
        var before = await app.Dump();
        app.Clock.Advance(TimeSpan.FromHours(1));

        var (second, report) = await app.Import(Csv);

        Assert.Equal((1, 1, 0), (first.New, first.Changed, first.Same));
        Assert.Equal((0, 0, 2, null), (second.New, second.Changed, second.Same, second.Batch));
        Assert.Contains($", przebieg {first.Batch}.\n", report, StringComparison.Ordinal);
        Assert.Contains("Nic się nie zmieniło, więc przebiegu nie zapisano.", report, StringComparison.Ordinal);
        Assert.Equal(before, await app.Dump());
    }

    [Fact]
    public async Task A_change_is_told_field_by_field()
    {
        await app.Firm("Zmienna S.A.", town: "Puck", nip: "5881027420", more: c => (c.Phone, c.Website, c.Address.Street, c.Address.Building, c.Address.Unit) = ("+48586720000", "https://stara.example", "Gdańska", "124", "3"));

        var (totals, report) = await app.Import("Nazwa;NIP;Telefon;WWW;Adres;Miasto\nZmienna Spółka Akcyjna;588-102-74-20;601 200 374;;Portowa 5;Puck\n");

        Assert.Equal("""
            2  zmieniona   Zmienna Spółka Akcyjna, Puck
            nazwa: Zmienna S.A. → Zmienna Spółka Akcyjna
            ulica: Gdańska → Portowa
            budynek: 124 → 5
            lokal: 3 → —
            telefon: 58 672 00 00 → 601 200 374
            """, Importing.Line(report, 2));
        var firm = await app.Stored("Zmienna Spółka Akcyjna");
        Assert.Equal(("https://stara.example", "zmienna-s-a", 1), (firm.Website, firm.Slug, firm.Version));
        Assert.Contains("\"unit\":\"3\"", (await app.Row(totals, 2)).Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_cell_erases_nothing()
    {
        await app.Firm("Pełna", town: "Reda", category: "Handel", services: ["Sprzedaż"], nip: "5881041130", description: "Opis", more: c => (c.Phone, c.Email) = ("+48586720000", "a@pelna.example"));

        var (totals, _) = await app.Import("Nazwa;NIP;Branża;Miejscowość;Telefon;E-mail;Usługi;Opis;Adres;Kod\nPełna;5881041130;;;;;;;;\n");

        Assert.Equal(1, totals.Same);
    }

    [Fact]
    public async Task A_row_without_a_number_finds_the_firm_by_its_name()
    {
        await app.Firm("Bez Numeru sp. z o.o.", town: "Gdynia");

        var (totals, _) = await app.Import("Nazwa;Miejscowość;NIP\nBEZ NUMERU;;5881054842\nBez numeru S.A.;Gdynia;5881068554\nBez Numeru;GDYNIA;\n");

        // The first has no town, so its number makes it another firm; the second and the third are in the firm's town.
        Assert.Equal((1, 1, 1, 0), (totals.New, totals.Changed, totals.Same, totals.Refused));
        Assert.Equal("5881068554", (await app.Stored("Bez Numeru sp. z o.o.")).Nip);
    }

    [Fact]
    public async Task A_namesake_in_another_town_is_not_guessed()
    {
        await app.Firm("Pod Sosnami", town: "Hel");

        var (totals, report) = await app.Import("Nazwa;Miejscowość\nPod Sosnami;Jastarnia\nPod Sosnami;\n");

        Assert.Equal((1, 1), (totals.Refused, totals.Same));
        Assert.Contains("firma o tej nazwie jest już w innej miejscowości", Importing.Line(report, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_row_on_the_same_firm_only_adds()
    {
        var (totals, report) = await app.Import("Nazwa;Miejscowość;NIP;Telefon;WWW\nPodwójna;Rumia;5881082264;58 672 00 00;\nPodwójna;Rumia;;58 672 11 11;podwojna.example\n");

        Assert.Equal((1, 1), (totals.New, totals.Changed));
        var firm = await app.Stored("Podwójna");
        Assert.Equal(("+48586720000", "https://podwojna.example"), (firm.Phone, firm.Website));
        Assert.Contains("! telefon: zostaje „58 672 00 00”, o tej firmie mówi już wiersz 2", Importing.Line(report, 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_are_recognised_in_two_languages_and_explained_ones_remembered()
    {
        const string Csv = "COMPANY NAME\tVAT-ID\te-mail\tPhone number\tCity\tOpiekun\tCo robią\nAnglik Ltd\t5881095976\tinfo@anglik.example\t601200374\tReda\tpani Ewa\tTłumaczenia\n";
        var (_, first) = await app.Import(Csv, dryRun: true);
        Assert.Contains("Kolumny bez znaczenia dla katalogu: „Opiekun”, „Co robią”.", first, StringComparison.Ordinal);

        var (_, second) = await app.Import(Csv, explained: ("Co robią", ImportColumn.Description));
        var (_, third) = await app.Import(Csv.Replace("Tłumaczenia", "Tłumaczenia przysięgłe", StringComparison.Ordinal));

        Assert.Contains("Kolumny bez znaczenia dla katalogu: „Opiekun”.", second, StringComparison.Ordinal);
        Assert.Contains("krótki opis: Tłumaczenia → Tłumaczenia przysięgłe", third, StringComparison.Ordinal);
        var firm = await app.Stored("Anglik Ltd");
        Assert.Equal(("5881095976", "info@anglik.example", "+48601200374", "Reda"), (firm.Nip, firm.Email, firm.Phone, firm.Address.Town));
    }

    [Fact]
    public async Task Services_are_created_once_and_the_first_is_the_primary_one()
    {
        var (_, report) = await app.Import("Nazwa;NIP;Usługi\nUsługowa;5881109684;\"Spawanie aluminium, cięcie laserem; Spawanie Aluminium\"\nDruga usługowa;5881123394;CIĘCIE LASEREM\n");

        Assert.Contains("Nowe usługi: Spawanie aluminium, cięcie laserem.\n", report, StringComparison.Ordinal);
        var firm = await app.Stored("Usługowa");
        Assert.Equal(["Spawanie aluminium*", "cięcie laserem"], firm.Services.OrderByDescending(s => s.IsPrimary).Select(s => s.Service.Name + (s.IsPrimary ? "*" : "")));
        Assert.Equal("cięcie laserem", Assert.Single((await app.Stored("Druga usługowa")).Services).Service.Name);
    }

    [Fact]
    public async Task A_long_description_goes_to_the_full_text_and_its_beginning_to_the_card()
    {
        var text = "Budujemy domy od fundamentów po dach. " + string.Join(' ', Enumerable.Repeat("słowo", 200));
        await app.Import($"Nazwa;NIP;Opis\nRozmowna;5881137108;{text}\n");

        var firm = await app.Stored("Rozmowna");
        Assert.Equal((text, "Budujemy domy od fundamentów po dach."), (firm.DescriptionFull, firm.DescriptionShort));
    }

    [Fact]
    public async Task Numbers_of_persons_are_never_stored()
    {
        var (totals, report) = await app.Import("Nazwa;NIP;Opis;Uwagi\nJan Kowalski 44051401359;5881150818;PESEL 44051401359;44051401359\nDruga;44051401359;;\n");

        Assert.Equal((1, 1), (totals.New, totals.Refused));
        Assert.Contains("w kolumnie NIP jest PESEL", report, StringComparison.Ordinal);
        Assert.DoesNotContain("44051401359", report + await app.Dump(), StringComparison.Ordinal);
        Assert.DoesNotContain("44051401359", string.Concat(await app.Db(db => db.Set<ImportRow>().Select(r => r.Remarks + r.After + r.Leftover).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_or_looks_like_a_formula_is_left_out()
    {
        var (totals, report) = await app.Import($"Nazwa;NIP;Miejscowość;Kod;REGON;KRS;Opis\nZ usterkami;5881164536;{new string('x', 101)};84-1000;192598183;RP 1;=1+1\n+Plus;;;;;;\n@Małpa;;;;;;\n-Minus;;;;;;\n{new string('N', 201)};;;;;;\n***;;;;;;\n");

        Assert.Equal((1, 5), (totals.New, totals.Refused));
        var told = Importing.Line(report, 2);
        Assert.Contains("! Miejscowość: pominięto „xxx", told, StringComparison.Ordinal);
        Assert.Contains("! Kod: pominięto „84-1000”, kod ma postać 84-230", told, StringComparison.Ordinal);
        Assert.Contains("! REGON: pominięto „192598183”, REGON ma błędną cyfrę kontrolną", told, StringComparison.Ordinal);
        Assert.Contains("! KRS: pominięto „RP 1”, KRS składa się z samych cyfr", told, StringComparison.Ordinal);
        Assert.Contains("! Opis działalności: pominięto „=1+1”, zaczyna się jak formuła arkusza", told, StringComparison.Ordinal);
        Assert.Contains("nazwa ma 201 znaków, mieści się 200", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invisible_and_decomposed_letters_are_made_plain()
    {
        await app.Import("Nazwa;NIP;Miejscowość\nLu\u0301z\u200Bne\u00A0 litery\u202E;5881178231;Luzino\n");

        Assert.Equal("Luzino", (await app.Stored("Lúzne litery")).Address.Town);
    }

    [Fact]
    public async Task A_name_without_a_latin_letter_gets_its_number_for_an_address()
    {
        await app.Import("Nazwa;NIP\nЛьвів;5881191941\n");

        var firm = await app.Stored("Львів");
        Assert.Equal($"firma-{firm.Id}", firm.Slug);
    }

    [Fact]
    public async Task Answers_about_membership_are_counted_and_kept()
    {
        var (totals, report) = await app.Import("Nazwa;NIP;Członek\nA1;5881205666;TAK\nA2;5881219361;1\nA3;5881233071;nie\nA4;5881246783;\nA5;5881260493;może\n");

        Assert.Contains("Członek izby: 2 tak, 1 nie, 1 niejasno, 1 bez odpowiedzi.", report, StringComparison.Ordinal);
        Assert.Equal("""{"Członek":"może"}""", (await app.Row(totals, 6)).Leftover);
    }

    [Fact]
    public async Task Many_rows_go_in_portions()
    {
        var rows = string.Concat(Enumerable.Range(1, 2_500).Select(i => $"Hurtowa {i};;Miasto {i % 7};usługa {i % 11}\n"));
        var (totals, _) = await app.Import("Nazwa;NIP;Miasto;Usługi\n" + rows + rows);

        Assert.Equal((2_500, 2_500), (totals.New, totals.Same));
        Assert.Equal(0, (await app.Undo(totals.Batch)).Refused ? 1 : 0);
    }
}
