using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Erasing;
using Norda.Features.Files;
using Norda.Features.Messages;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Messages;

/// <summary>Anna writes to a firm that Bartek and Basia keep; Cezary only works there.</summary>
public sealed class FirmMessageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Any_manager_answers_for_the_firm_and_its_other_people_see_nothing()
    {
        var firm = await app.Firm("Kaszub Alu");
        var (anna, bartek, basia, cezary) = (await app.Member("Anna"), await app.Owner("Bartek", firm), await app.Person("Basia", firm, CompanyRole.Editor), await app.Person("Cezary", firm));
        var (a, b, c) = (await app.As(anna), await app.As(bartek), await app.As(basia));
        var link = (await (await a.GetAsync($"/firma/{firm.Slug}")).Page()).QuerySelector("a[href$='/napisz']")!.GetAttribute("href")!;
        Assert.Null((await app.Page($"/firma/{firm.Slug}")).QuerySelector("a[href$='/napisz']"));

        var thread = await a.Write(link, "Ile kosztuje brama?", "Brama");
        Assert.Equal((1, 1, 0), (await b.Unread(), await c.Unread(), await (await app.As(cezary)).Unread()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(cezary)).GetAsync($"/wiadomosci/{thread}")).StatusCode);
        await c.Reply(thread, "Tysiąc złotych.");

        var said = await app.In(thread);
        Assert.Equal([(anna.Id, (int?)null, false), (basia.Id, anna.Id, true)], said.Select(m => (m.SenderId, m.RecipientId, m.FromFirm)));
        Assert.Equal((1, 1), (await a.Unread(), await b.Unread()));
        var seen = await a.Read(thread);
        Assert.Contains("Kaszub Alu", seen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await b.Fill($"/firma/{firm.Slug}/napisz", "Wyślij", new() { ["Form.Subject"] = "Do nas", ["Form.Content"] = "Echo" })).StatusCode);
    }

    [Fact]
    public async Task Who_leaves_the_firm_leaves_its_letters_and_who_comes_finds_them()
    {
        var firm = await app.Firm("Przechodnia");
        var (anna, bartek) = (await app.Member("Anna"), await app.Owner("Bartek", firm));
        var a = await app.As(anna);
        var thread = await a.Write($"/firma/{firm.Slug}/napisz", "Zostaje w firmie");
        await app.Db(db => db.Set<CompanyUser>().Where(u => u.UserId == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Role, CompanyRole.Viewer)));
        var (b, d) = (await app.As(bartek), await app.As(await app.Owner("Dorota", firm)));

        Assert.Equal((HttpStatusCode.NotFound, 0), ((await b.GetAsync($"/wiadomosci/{thread}")).StatusCode, await b.Unread()));
        Assert.Contains("Zostaje w firmie", await d.Read(thread), StringComparison.Ordinal);
        Assert.Equal(0, await d.Unread());
        await d.Post(thread, "Archive", new() { ["away"] = "true" });
        await a.Reply(thread, "Dalszy ciąg");
        Assert.Equal(1, await d.Unread());
    }

    [Fact]
    public async Task Pictures_are_drawn_anew_and_of_documents_only_a_plain_PDF_is_taken()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var address = $"/wiadomosci/do/{bartek.Id}";

        Assert.Contains("skrypt", await (await Upload(a, address, ("zly.pdf", "%PDF-1.7\n/OpenAction /JavaScript\n%%EOF"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("uszkodzony", await (await Upload(a, address, ("pol.pdf", "%PDF-1.7\n"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(a, address, ("strona.html", "<script>alert(1)</script>"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(a, address, ("1.pdf", Pdf), ("2.pdf", Pdf), ("3.pdf", Pdf), ("4.pdf", Pdf))).StatusCode);
        Assert.Equal(0, await app.Db(db => db.Set<MessageThread>().CountAsync(t => t.StartedBy == anna.Id)));

        Assert.Equal(HttpStatusCode.Redirect, (await Upload(a, address, ("..\\plan <b>.pdf", Pdf))).StatusCode);
        var file = await app.Db(db => db.Set<MessageAttachment>().AsNoTracking().SingleAsync(f => f.UserId == anna.Id));
        var got = await b.GetAsync($"/wiadomosci/zalaczniki/{file.Id}");
        Assert.Equal(("plan <b>.pdf", "application/pdf", "attachment"), (file.Name, got.Content.Headers.ContentType!.MediaType, got.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(0, await app.Db(db => db.Set<StoredFile>().CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_other_side_keeps_its_thread_when_a_person_is_erased(bool keepsTexts)
    {
        var (anna, bartek) = (await app.Member("Genowefa Znikająca"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", "Słowa Anny");
        await b.Reply(thread, "Słowa Bartka");
        await b.Post(thread, "Block");

        Assert.Equal(Outcome.Done, await app.Run<ErasePerson, Outcome>(verb => verb.Run(anna.Id, keepsTexts, CancellationToken.None)));

        var seen = await b.Read(thread);
        Assert.Contains("były użytkownik", seen, StringComparison.Ordinal);
        Assert.Contains("Słowa Bartka", seen, StringComparison.Ordinal);
        Assert.Equal(keepsTexts, seen.Contains("Słowa Anny", StringComparison.Ordinal));
        Assert.DoesNotContain("Genowefa", seen, StringComparison.Ordinal);
        Assert.Contains("nie ma już nikogo", seen, StringComparison.Ordinal);
        Assert.Contains("były użytkownik", await b.GetStringAsync("/wiadomosci"), StringComparison.Ordinal);
        Assert.Equal(0, await app.Db(db => db.Set<MessageBlock>().CountAsync(x => x.BlockedId == anna.Id)));
    }

    [Fact]
    public async Task Programs_read_and_write_and_the_same_key_writes_once()
    {
        var firm = await app.Firm("Dla Programu");
        var (anna, bartek) = (await app.Member("Anna"), await app.Owner("Bartek", firm));
        var (a, b) = (await app.As(anna), await app.As(bartek));

        var first = await Send(a, new { company = firm.Slug, subject = "Przez API", content = "Dzień dobry" }, "klucz-1");
        var again = await Send(a, new { company = firm.Slug, subject = "Przez API", content = "Dzień dobry" }, "klucz-1");
        var thread = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("thread").GetInt32();
        Assert.Equal(thread, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("thread").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await Send(b, new { thread, content = "Odpowiedź" }, null)).StatusCode);

        Assert.Equal(2, (await app.In(thread)).Count);
        var list = await a.GetFromJsonAsync<JsonElement>("/api/v1/messages");
        Assert.Equal(("Przez API", 1), (list.GetProperty("items")[0].GetProperty("subject").GetString(), list.GetProperty("unread").GetInt32()));
        Assert.Equal("Odpowiedź", (await a.GetFromJsonAsync<JsonElement>($"/api/v1/messages/{thread}")).GetProperty("items")[0].GetProperty("content").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(a, new { content = "Donikąd" }, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(await app.As(await app.Member("Celina")), new { thread, content = "Obca" }, null)).StatusCode);
    }

    [Fact]
    public async Task Pages_ask_the_database_as_often_however_much_there_is()
    {
        var firm = await app.Firm("Liczona");
        var (anna, bartek) = (await app.Member("Anna"), await app.Owner("Bartek", firm));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", "Raz");
        var pages = new[] { "/wiadomosci", "/wiadomosci?q=raz", $"/wiadomosci/{thread}", "/wiadomosci/nowa", $"/wiadomosci/do/{anna.Id}", "/wiadomosci/zablokowani" };
        var unread = await CommandCounter.Count(() => b.GetAsync($"/wiadomosci/{thread}"));
        var few = await Commands(b, pages);
        for (var i = 0; i < 5; i++)
        {
            await a.Reply(thread, $"Jeszcze {i}");
            await a.Write($"/firma/{firm.Slug}/napisz", $"Raz {i}");
        }

        Assert.InRange(await CommandCounter.Count(() => b.GetAsync($"/wiadomosci/{thread}")), 1, unread);
        Assert.Equal(few, await Commands(b, pages));
        Assert.All(few.Append(unread), commands => Assert.InRange(commands, 1, 8));
    }

    private static async Task<List<int>> Commands(HttpClient browser, string[] pages)
    {
        var counts = new List<int>();
        foreach (var page in pages)
            counts.Add(await CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode)));
        return counts;
    }

    private const string Pdf = "%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";

    private static async Task<HttpResponseMessage> Upload(HttpClient browser, string address, params (string Name, string Content)[] files)
    {
        var page = await (await browser.GetAsync(address)).Page();
        using var form = new MultipartFormDataContent();
        foreach (var name in (string[])["__RequestVerificationToken", "Form.Key"])
            form.Add(new StringContent(page.QuerySelector($"main input[name='{name}']")!.GetAttribute("value")!), name);
        form.Add(new StringContent("Załącznik"), "Form.Subject");
        form.Add(new StringContent("W załączeniu."), "Form.Content");
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Form.Files", name);
        return await browser.PostAsync(address, form);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, object message, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/messages") { Content = JsonContent.Create(message) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await browser.SendAsync(request);
    }
}
