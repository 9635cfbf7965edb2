using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Papers;
using Norda.Features.Papers.Notes;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Papers;

/// <summary>Debit notes: issued once, numbered without gaps, never changed, read by scanners.</summary>
public sealed class NoteTests(PaperApp app) : IClassFixture<PaperApp>
{
    [Fact]
    public async Task The_treasurer_issues_a_note_and_the_firm_fetches_it()
    {
        var firm = await app.LateFirm("Zażółć Gęślą Jaźń", 10, 11);
        await app.Services.Pay(firm, 50);
        var (celina, anna) = (await app.As(await app.Person("Celina", staff: Role.Treasurer)), await app.As(await app.Person("Anna", firm, CompanyRole.Owner)));

        var answer = await celina.Press($"/biuro/skladki/nota/{firm.Slug}", "Wystaw notę");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var paper = Assert.Single(await app.PapersOf(firm));
        Assert.Equal((PaperKind.Note, 250m, new DateOnly(2026, 11, 30)), (paper.Kind, paper.Amount, paper.PayBy));
        var mine = await (await anna.GetAsync("/moja-firma/skladki")).Page();
        var pdf = await anna.Pdf(mine.QuerySelector("#pisma a[href^='/skladki/pisma/']")!.GetAttribute("href")!);
        var text = PaperKit.TextOf(pdf);
        foreach (var part in (string[])[
            $"Nota księgowa nr {PaperNames.Number(paper.Series, paper.Year, paper.Number)}", "Izba Próbna „Żółć”", "NIP 584-527-83-25", "Zażółć Gęślą Jaźń", "Składka członkowska, październik 2026", "Do zapłaty: 250,00 zł",
            "słownie: dwieście pięćdziesiąt złotych 00/100", "61 1090 1014 0000 0712 1981 2874", "nie podlega podatkowi VAT"])
            Assert.Contains(part.Replace("584-527-83-25", "5845278325", StringComparison.Ordinal), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanner_reads_the_transfer_out_of_the_note()
    {
        var firm = await app.LateFirm("Skaner", 11);
        var paper = await Issue(firm, await Fees(firm));

        var fields = PaperKit.CodeOf(await (await Celina()).Pdf($"/skladki/pisma/{paper.Id}.pdf"))!.Split('|');

        var title = PaperKit.ContentOf(paper).TransferTitle!;
        Assert.Matches(@"^NK [0-9]{3}/2026 NB[0-9]{5}/2611/[0-9]{2}$", title);
        Assert.Equal(["5845278325", "PL", PaperApp.Account, "015000", "Izba Probna", title, "", "", ""], fields);
    }

    [Fact]
    public async Task Papers_of_others_are_not_there()
    {
        var (mine, other) = (await app.LateFirm("Moja", 11), await app.LateFirm("Obca", 11));
        var paper = await Issue(other, await Fees(other));
        var anna = await app.As(await app.Person("Anna", mine, CompanyRole.Owner));

        foreach (var address in (string[])[$"/skladki/pisma/{paper.Id}.pdf", $"/skladki/zestawienie/{other.Slug}.pdf", $"/skladki/zaswiadczenie/{other.Slug}.pdf", $"/skladki/karta/{other.Slug}.pdf"])
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(address)).StatusCode);
        Assert.Contains("Zestawienie rozrachunków", PaperKit.TextOf(await anna.Pdf($"/skladki/zestawienie/{mine.Slug}.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_follow_each_other_whoever_hurries()
    {
        var firms = new List<(Features.Directory.Company Firm, IReadOnlyList<int> Fees)>();
        for (var i = 0; i < 12; i++)
        {
            var firm = await app.LateFirm($"Wyścig {i}", 11);
            firms.Add((firm, await Fees(firm)));
        }

        var before = await Last();
        var outcomes = await Task.WhenAll(firms.SelectMany(f => new[] { f, f }).Select(f => Task.Run(() => app.Run<IssueNote, (Outcome Outcome, int? PaperId)>(v => v.Run(f.Firm.Id, [.. f.Fees], default)))));

        Assert.Equal(12, outcomes.Count(o => !o.Outcome.Refused));
        var numbers = await app.Db(db => db.Set<Paper>().Where(p => p.Series == "NK").Select(p => p.Number).OrderBy(n => n).ToListAsync());
        Assert.Equal(Enumerable.Range(1, before + 12), numbers);
    }

    [Fact]
    public async Task A_note_is_taken_back_once_and_its_fees_may_stand_on_another()
    {
        var firm = await app.LateFirm("Korekta", 10);
        var note = await Issue(firm, await Fees(firm));
        var celina = await Celina();
        Assert.True((await Try(firm, await Fees(firm))).Refused);

        var bad = await celina.Fill($"/biuro/skladki/korekta/{note.Id}", "Wystaw notę korygującą", new() { ["powod"] = " " });
        var good = await celina.Fill($"/biuro/skladki/korekta/{note.Id}", "Wystaw notę korygującą", new() { ["powod"] = "Błędny okres" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (bad.StatusCode, good.StatusCode));
        var correction = (await app.PapersOf(firm))[^1];
        Assert.Equal((PaperKind.Correction, -150m, note.Id), (correction.Kind, correction.Amount, correction.CorrectsId));
        var text = PaperKit.TextOf(await celina.Pdf($"/skladki/pisma/{correction.Id}.pdf"));
        Assert.Contains("Błędny okres", text, StringComparison.Ordinal);
        Assert.Contains("minus sto pięćdziesiąt złotych", text, StringComparison.Ordinal);
        Assert.True((await app.Run<CorrectNote, (Outcome Outcome, int? PaperId)>(v => v.Run(note.Id, "Jeszcze raz", default))).Outcome.Refused);
        Assert.False((await Try(firm, await Fees(firm))).Refused);
    }

    [Fact]
    public async Task A_note_is_issued_taken_back_and_issued_anew_in_one_piece_of_work()
    {
        var firm = await app.LateFirm("Jednym ciągiem", 11);
        var fees = await Fees(firm);
        await using var scope = app.Services.CreateAsyncScope();
        var (issue, correct) = (scope.ServiceProvider.GetRequiredService<IssueNote>(), scope.ServiceProvider.GetRequiredService<CorrectNote>());

        var first = await issue.Run(firm.Id, fees, default);
        await correct.Run(first.PaperId!.Value, "Błędny okres", default);

        Assert.Null((await issue.Run(firm.Id, fees, default)).Outcome.Refusal);
        Assert.Equal(3, (await app.PapersOf(firm)).Count);
    }

    [Fact]
    public async Task What_was_issued_does_not_change_with_the_firm_and_cannot_be_written_over()
    {
        Assert.Contains("papers", AppendOnly.Tables);
        var firm = await app.LateFirm("Stała", 11);
        var paper = await Issue(firm, await Fees(firm));
        await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Name, "Zupełnie Inna")));

        Assert.Contains("Stała", PaperKit.TextOf(await (await Celina()).Pdf($"/skladki/pisma/{paper.Id}.pdf")), StringComparison.Ordinal);
        foreach (var sql in (FormattableString[])[$"UPDATE papers SET amount = amount", $"DELETE FROM papers"])
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Database.ExecuteSqlAsync(sql)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_those_who_keep_the_fees_issues_papers()
    {
        var firm = await app.LateFirm("Zamknięta", 11);
        var (anna, ewa) = (await app.As(await app.Person("Anna", firm, CompanyRole.Owner)), await app.As(await app.Person("Ewa", staff: Role.Auditor)));

        Assert.Equal(HttpStatusCode.Forbidden, (await anna.GetAsync($"/biuro/skladki/nota/{firm.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ewa.GetAsync($"/biuro/skladki/nota/{firm.Slug}")).StatusCode);
        Assert.Empty((await (await ewa.GetAsync($"/biuro/skladki/firma/{firm.Slug}")).Page()).QuerySelectorAll("#pisma form"));
    }

    [Fact]
    public async Task The_account_card_asks_the_database_few_questions()
    {
        var firm = await app.LateFirm("Pytania", 9, 10, 11);
        var celina = await Celina();
        await Issue(firm, await Fees(firm));

        Assert.InRange(await CommandCounter.Count(() => celina.GetAsync($"/biuro/skladki/firma/{firm.Slug}")), 1, 8);
        Assert.InRange(await CommandCounter.Count(() => celina.GetAsync("/biuro/skladki/pisma")), 1, 8);
    }

    private async Task<HttpClient> Celina() => await app.As(await app.Person("Celina", staff: Role.Treasurer));

    private Task<List<int>> Fees(Features.Directory.Company firm) => app.Db(db => db.Set<Features.Fees.Fee>().Where(f => f.CompanyId == firm.Id).Select(f => f.Id).ToListAsync());

    private Task<int> Last() => app.Db(async db => await db.Set<PaperSeries>().Where(s => s.Series == "NK").Select(s => s.Last).SingleOrDefaultAsync());

    private async Task<Outcome> Try(Features.Directory.Company firm, IReadOnlyCollection<int> fees) => (await app.Run<IssueNote, (Outcome Outcome, int? PaperId)>(v => v.Run(firm.Id, fees, default))).Outcome;

    private async Task<Paper> Issue(Features.Directory.Company firm, IReadOnlyCollection<int> fees)
    {
        Assert.Null((await Try(firm, fees)).Refusal);
        return (await app.PapersOf(firm))[^1];
    }
}

/// <summary>A chamber that has not entered its data yet.</summary>
public sealed class UnreadyChamberTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Without_the_chamber_s_data_no_paper_is_issued_and_the_page_says_what_is_missing()
    {
        var firm = await app.LateFirm("Niegotowa", 11);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));

        var page = await (await celina.GetAsync($"/biuro/skladki/nota/{firm.Slug}")).Page();
        var answer = await celina.Press($"/biuro/skladki/nota/{firm.Slug}", "Wystaw notę");

        Assert.Contains("rachunek bankowy izby", page.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await app.PapersOf(firm));
        Assert.Equal(0, await app.Db(db => db.Set<PaperSeries>().SumAsync(s => s.Last)));
    }
}
