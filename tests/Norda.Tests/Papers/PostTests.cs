using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Features.Papers;
using Norda.Features.Papers.Mailing;
using Norda.Platform.Access;

namespace Norda.Tests.Papers;

/// <summary>Papers by mail: one letter for each firm and reason, by a job that can be left alone.</summary>
public sealed class PostTests(PaperApp app) : IClassFixture<PaperApp>
{
    [Fact]
    public async Task Ticked_firms_get_their_notes_in_one_job_and_those_without_an_address_labels()
    {
        var (one, two, paper) = (await app.LateFirm("Poczta A", 11), await app.LateFirm("Poczta B", 11), await app.LateFirm("Poczta C", 11));
        await app.Db(db => db.Companies.Where(c => c.Id == paper.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Email, (string?)null).SetProperty(x => x.Address.Street, "ul. Listowa").SetProperty(x => x.Address.Town, "Puck")));
        var person = await app.Person("Celina", staff: Role.Treasurer);
        var celina = await app.As(person);
        var query = $"firma={one.Slug}&firma={two.Slug}&firma={paper.Slug}";

        var chosen = await Tick(celina, one, two, paper);
        Assert.Equal($"/biuro/skladki/wysylka?{query}", chosen.Headers.Location!.ToString());
        var started = await Send(celina, $"/biuro/skladki/wysylka?{query}", PostKind.Note);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var run = await Finished(started);

        Assert.Equal((3, 2, 1, 0), (run.Done, run.Mailed, run.ToPrint, run.Skipped));
        var progress = await (await celina.GetAsync(started.Headers.Location)).Page();
        Assert.Equal(3, progress.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("ul. Listowa", PaperKit.TextOf(await celina.Pdf(progress.QuerySelector("a[href$='etykiety.pdf']")!.GetAttribute("href")!)), StringComparison.Ordinal);
        Assert.Contains("Poczta C", PaperKit.TextOf(await celina.Pdf(progress.QuerySelector("a[href$='pisma.pdf']")!.GetAttribute("href")!)), StringComparison.Ordinal);
        Assert.Equal(1, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == person.Id && n.UniqueKey == $"paper-run:{run.Id}")));

        var again = await Finished(await Send(celina, $"/biuro/skladki/wysylka?{query}", PostKind.Note));
        Assert.Equal((0, 3), (again.Mailed, again.Skipped));
        Assert.Equal(1, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UniqueKey.StartsWith("paper:" + one.Id + ":"))));
        Assert.Single(await app.PapersOf(one));
    }

    [Fact]
    public async Task The_letter_carries_the_paper_until_it_is_out()
    {
        var firm = await app.LateFirm("Załącznik", 11);
        await app.Run<PostPaper, (Posted, string?)>(v => v.Run(new PostOrder(firm.Id, PostKind.Note), default));
        var mail = await Letter(firm);

        var file = Assert.Single(Envelope.Of(mail, new MailOptions { From = "biuro@izba.example" }, "Izba").Attachments.OfType<MimePart>())!;
        Assert.Equal(("application/pdf", true), (file.ContentType.MimeType, file.FileName!.StartsWith("nota-ksiegowa-nk-", StringComparison.Ordinal)));
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content);
        Assert.Contains("Nota księgowa", PaperKit.TextOf(content.ToArray()), StringComparison.Ordinal);
        Assert.Contains("150,00", mail.Text, StringComparison.Ordinal);

        while (await app.Run<SendMail, int>(v => v.Run(default)) > 0)
            Assert.NotNull(mail);
        var sent = await Letter(firm);
        Assert.Equal((true, null), (sent.SentAt is not null, sent.File));
    }

    [Fact]
    public async Task Many_who_send_the_same_at_once_send_it_once()
    {
        var firm = await app.LateFirm("Zdążyć", 9, 11);

        var statements = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.Run<PostPaper, (Posted Posted, string?)>(v => v.Run(new PostOrder(firm.Id, PostKind.Statement), default)))));
        var demands = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.Run<PostPaper, (Posted Posted, string?)>(v => v.Run(new PostOrder(firm.Id, PostKind.Demand), default)))));

        Assert.Single(statements, s => s.Posted == Posted.Mailed);
        Assert.Single(demands, s => s.Posted == Posted.Mailed);
        Assert.Single(await app.PapersOf(firm));
        Assert.Equal(2, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UniqueKey.StartsWith("paper:" + firm.Id + ":"))));
    }

    [Fact]
    public async Task Two_presses_of_one_form_start_one_run()
    {
        var firm = await app.LateFirm("Dwa razy", 11);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var address = $"/biuro/skladki/wysylka?firma={firm.Slug}";
        var page = await (await celina.GetAsync(address)).Page();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => celina.Send(page, address, "Wyślij pisma", new() { ["rodzaj"] = nameof(PostKind.Statement) })));

        Assert.Single(both.Select(a => a.Headers.Location!.ToString()).Distinct());
        await Finished(both[0]);
        Assert.Equal(1, await app.Db(db => db.Set<PaperLetter>().CountAsync(l => l.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task A_run_that_an_instance_left_behind_goes_on_where_it_stood()
    {
        var (one, two) = (await app.LateFirm("Porzucona A", 11), await app.LateFirm("Porzucona B", 11));
        var id = await app.Db(async db =>
        {
            var run = new PaperRun { Kind = PostKind.Statement, Key = Guid.NewGuid(), Firms = [one.Id, two.Id], StartedAt = app.Clock.GetUtcNow().UtcDateTime, WorkedAt = app.Clock.GetUtcNow().UtcDateTime.AddMinutes(-5), Done = 1, Mailed = 1 };
            db.Add(run);
            await db.SaveChangesAsync();
            return run.Id;
        });

        await app.Run<WorkPaperRuns, int>(v => v.Run(default));

        var run = await app.Db(db => db.Set<PaperRun>().AsNoTracking().SingleAsync(r => r.Id == id));
        Assert.Equal((2, 2, true), (run.Done, run.Mailed, run.FinishedAt is not null));
        Assert.Equal((0, 1), (await Letters(one), await Letters(two)));
    }

    [Fact]
    public async Task The_card_of_a_firm_sends_one_paper()
    {
        var firm = await app.LateFirm("Pojedyncza", 11);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        await celina.Press($"/biuro/skladki/nota/{firm.Slug}", "Wystaw notę");
        var number = PaperNames.Number("NK", 2026, (await app.PapersOf(firm))[0].Number);

        await celina.Press($"/biuro/skladki/firma/{firm.Slug}", $"Wyślij: {number}");
        await celina.Press($"/biuro/skladki/firma/{firm.Slug}", "Wyślij zaświadczenie");

        Assert.Equal(2, await Letters(firm));
        Assert.DoesNotContain($"Wyślij: {number}", (await (await celina.GetAsync($"/biuro/skladki/firma/{firm.Slug}")).Page()).QuerySelector("#pisma")!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> Letters(Company firm) => app.Db(db => db.Set<PaperLetter>().CountAsync(l => l.CompanyId == firm.Id));

    private Task<OutboxMail> Letter(Company firm) => app.Db(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.UniqueKey.StartsWith("paper:" + firm.Id + ":")));

    private static async Task<HttpResponseMessage> Send(HttpClient browser, string address, PostKind kind) => await browser.Fill(address, "Wyślij pisma", new() { ["rodzaj"] = kind.ToString() });

    /// <summary>As the grid does it: one field for each ticked firm.</summary>
    private static async Task<HttpResponseMessage> Tick(HttpClient browser, params Company[] firms)
    {
        var grid = await (await browser.GetAsync("/biuro/skladki")).Page();
        var form = grid.QuerySelector("form#zaznaczone")!;
        var button = form.QuerySelectorAll("button[formaction]").Single(b => b.TextContent.Trim() == "Wyślij pisma");
        var fields = firms.Select(f => KeyValuePair.Create("firma", f.Slug)).Append(KeyValuePair.Create("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(button.GetAttribute("formaction"), content);
    }

    private async Task<PaperRun> Finished(HttpResponseMessage started)
    {
        var id = int.Parse(started.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await app.Db(db => db.Set<PaperRun>().AsNoTracking().SingleAsync(r => r.Id == id)) is { FinishedAt: not null } run)
                return run;
            await Task.Delay(100, patience.Token);
        }
    }
}
