using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Files;
using Norda.Features.Membership.Joining;
using Norda.Platform.Access;
using Norda.Tests.Security;

namespace Norda.Tests.Membership;

/// <summary>Filip sends the missing papers through the page of his declaration; Olga of the office looks at them.</summary>
public sealed class SentPapersTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly byte[] Active = [.. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /OpenAction 2 0 R >>\nendobj\n%%EOF\n"u8];

    [Fact]
    public async Task What_the_office_asked_for_is_sent_and_stands_in_its_queue_until_it_is_looked_at()
    {
        var (nip, id, secret, office) = await Asked();

        Assert.Equal(HttpStatusCode.Redirect, (await Send(secret, "signature", ("deklaracja.pdf", Siege.Paper()), ("strona 2.jpg", Siege.Picture(300, 200, SkiaSharp.SKEncodedImageFormat.Jpeg)))).StatusCode);

        var status = (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text();
        Assert.Contains("deklaracja.pdf", status, StringComparison.Ordinal);
        Assert.Contains("strona 2.webp", status, StringComparison.Ordinal);
        Assert.Equal(DeclarationStatus.Incomplete, (await app.Declaration(nip)).Status); // nobody has read them
        Assert.Contains("nowe pliki: 2", await Row(office, nip), StringComparison.Ordinal);
        var files = await app.Db(db => db.Set<DeclarationFile>().AsNoTracking().Where(f => f.DeclarationId == id).OrderBy(f => f.Id).ToListAsync());
        var kept = await office.GetAsync($"/biuro/deklaracje/{id}/pliki/{files[0].Id}");
        Assert.Equal(("application/pdf", "attachment"), (kept.Content.Headers.ContentType!.MediaType, kept.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Siege.Paper(), await kept.Content.ReadAsByteArrayAsync());

        await office.Tick(id, "Zapisz dokumenty", "papers", "signature", "register");

        Assert.DoesNotContain("nowe pliki", await Row(office, nip), StringComparison.Ordinal);
        Assert.Equal(DeclarationStatus.Complete, (await app.Declaration(nip)).Status);
    }

    [Fact]
    public async Task Who_signs_on_paper_sends_the_signed_page_without_being_asked()
    {
        var (_, secret) = await app.Client().Declare(Declaring.Nip(), "Podpisana na papierze", onScreen: false);
        Assert.Contains("czekamy", (await app.Page($"/dolacz/status/{secret}")).Text(), StringComparison.Ordinal);

        var wrong = await (await Send(secret, "signature")).Page();
        Assert.NotNull(wrong.QuerySelector("#pliki-wybor-e"));
        Assert.Equal(HttpStatusCode.Redirect, (await Send(secret, "signature", ("podpis.pdf", Siege.Paper()))).StatusCode);

        var status = (await app.Page($"/dolacz/status/{secret}")).Text();
        Assert.Contains("wysłane, biuro sprawdza", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Brakuje jeszcze dokumentów", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_opens_them()
    {
        var (_, id, secret, office) = await Asked();
        await Send(secret, "signature", ("deklaracja.pdf", Siege.Paper()));
        var file = await app.Db(db => db.Set<DeclarationFile>().Where(f => f.DeclarationId == id).Select(f => f.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Person("Celina", staff: Role.Treasurer))).GetAsync($"/biuro/deklaracje/{id}/pliki/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().GetAsync($"/biuro/deklaracje/{id}/pliki/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/biuro/deklaracje/{id + 1}/pliki/{file}")).StatusCode);
        Assert.Equal(0, await app.Db(db => db.Set<StoredFile>().CountAsync())); // nothing at a public address
    }

    [Fact]
    public async Task Files_that_run_or_are_no_papers_are_refused_and_none_of_the_lot_is_kept()
    {
        var (_, id, secret, _) = await Asked();

        foreach (var (name, content) in new[] { ("skrypt.pdf", Active), ("ucięty.pdf", Siege.Paper()[..20]), ("strona.html", "<script>alert(1)</script>"u8.ToArray()), ("umowa.docx", new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0 }), ("duży.pdf", [.. Siege.Paper(), .. new byte[5 * 1024 * 1024]]) })
            Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, (await Send(secret, "signature", ("dobra.pdf", Siege.Paper()), (name, content))).StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(secret, "signature")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(secret, "authority", ("dobra.pdf", Siege.Paper()))).StatusCode); // not asked for
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(secret, "signature", [.. Enumerable.Range(0, 5).Select(i => ($"{i}.pdf", Siege.Paper()))])).StatusCode);

        Assert.Equal(0, await app.Db(db => db.Set<DeclarationFile>().CountAsync(f => f.DeclarationId == id)));
    }

    [Fact]
    public async Task Nothing_is_taken_that_nobody_asked_for_nor_without_end()
    {
        var nip = Declaring.Nip();
        var (_, unasked) = await app.Client().Declare(nip, "Niepytana");
        Assert.DoesNotContain("Wyślij pliki", await app.Client().GetStringAsync($"/dolacz/status/{unasked}"), StringComparison.Ordinal);
        var (_, id, secret, _) = await Asked();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(unasked, "register", from: secret, files: ("a.pdf", Siege.Paper()))).StatusCode);
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await Send(secret, "signature", [.. Enumerable.Range(0, 4).Select(n => ($"{i}-{n}.pdf", Siege.Paper()))])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(secret, "signature", ("jeszcze.pdf", Siege.Paper()))).StatusCode);

        Assert.Equal(16, await app.Db(db => db.Set<DeclarationFile>().CountAsync(f => f.DeclarationId == id)));
    }

    [Fact]
    public async Task Consents_of_the_declaration_come_to_the_account_that_the_invitation_makes()
    {
        var (nip, letter) = await Admitted("nowy-filip@stolarnia.example");
        var submitted = (await app.Declaration(nip)).SubmittedAt;
        app.Clock.Advance(TimeSpan.FromDays(2));

        await app.Client().Fill(letter, "Załóż konto i dołącz", new() { ["Form.Name"] = "Filip Stolarz", ["Form.Password"] = "dąb jesion buk olcha", ["Form.Accepts"] = "true" });

        var consent = Assert.Single(await Consents("nowy-filip@stolarnia.example", "deklaracja"));
        Assert.Equal(("newsletter", "2026-11", submitted, null), (consent.Kind, consent.Version, consent.GivenAt, consent.WithdrawnAt)); // pictures were not ticked
    }

    [Fact]
    public async Task Consents_of_the_declaration_come_to_the_account_that_is_there_unless_taken_back_since()
    {
        var (here, gone) = (await app.Person("Filip"), await app.Person("Fryderyk"));
        await app.Db(async db =>
        {
            db.Add(new UserConsent { UserId = gone.Id, Kind = "newsletter", Version = "2026-11", Source = "konto", GivenAt = app.Clock.GetUtcNow().UtcDateTime, WithdrawnAt = app.Clock.GetUtcNow().UtcDateTime.AddYears(1) });
            await db.SaveChangesAsync();
        });

        await Admitted(here.Email!);
        await Admitted(gone.Email!);

        Assert.Single(await Consents(here.Email!, "deklaracja"));
        Assert.Empty(await Consents(gone.Email!, "deklaracja"));
    }

    [Fact]
    public async Task Somebody_else_who_uses_the_letter_does_not_get_the_representatives_consents()
    {
        var (_, letter) = await Admitted("szef@stolarnia.example");
        var colleague = await app.Person("Kolega");

        await (await app.As(colleague)).Fill(letter, "Dołącz do firmy", []);

        Assert.Empty(await Consents(colleague.Email!, "deklaracja"));
    }

    private async Task<(string Nip, int Id, string Secret, HttpClient Office)> Asked()
    {
        var nip = Declaring.Nip();
        var (_, secret) = await app.Client().Declare(nip, "Bez Papierów", onScreen: false);
        var (id, office) = ((await app.Declaration(nip)).Id, await app.Office());
        await office.Tick(id, "Wyślij prośbę", "asked", "signature", "register");
        return (nip, id, secret, office);
    }

    /// <summary>Lets a firm in; the second is where its letter leads.</summary>
    private async Task<(string Nip, string Letter)> Admitted(string email)
    {
        var nip = Declaring.Nip();
        await app.Client().Declare(nip, "Z Przyjętą Zgodą", email: email);
        var (id, office) = ((await app.Declaration(nip)).Id, await app.Office());
        await office.Complete(id);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Admit(id, $"{id}/2026")).StatusCode);
        var text = (await app.Letters("declaration-admitted", id)).Single().Text;
        var at = text.IndexOf("/zaproszenie/", StringComparison.Ordinal);
        return (nip, at < 0 ? "" : text[at..].Split((char[]?)null, 2)[0]);
    }

    private Task<List<UserConsent>> Consents(string email, string source) => app.Db(async db =>
    {
        var person = await db.Users.SingleAsync(u => u.Email == email);
        return await db.Set<UserConsent>().AsNoTracking().Where(c => c.UserId == person.Id && c.Source == source).ToListAsync();
    });

    private static async Task<string> Row(HttpClient office, string nip)
    {
        var page = await (await office.GetAsync("/biuro/deklaracje?stan=otwarte")).Page();
        var complete = await (await office.GetAsync("/biuro/deklaracje?stan=complete")).Page();
        return page.QuerySelectorAll("tbody tr").Concat(complete.QuerySelectorAll("tbody tr")).First(r => r.TextContent.Contains(Norda.Platform.Nip.Display(nip), StringComparison.Ordinal)).TextContent;
    }

    private Task<HttpResponseMessage> Send(string secret, string paper, params (string Name, byte[] Content)[] files) => Send(secret, paper, secret, files);

    /// <param name="from">Page whose token goes along.</param>
    private async Task<HttpResponseMessage> Send(string secret, string paper, string from, params (string Name, byte[] Content)[] files)
    {
        var browser = app.Client();
        var token = (await (await browser.GetAsync($"/dolacz/status/{from}")).Page()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(paper), "paper" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "files", name);
        }

        return await browser.PostAsync($"/dolacz/status/{secret}?handler=Dokumenty", form);
    }
}
