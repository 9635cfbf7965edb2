using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Demo;
using Norda.Features.Directory;
using Norda.Platform.Access;
using SkiaSharp;

namespace Norda.Tests.Security;

[CollectionDefinition(Name)]
public sealed class SiegeGround : ICollectionFixture<Siege>
{
    public const string Name = "siege";
}

/// <summary>
/// What is attacked: the published application with the demo chamber and its people in it. A feature that puts rows into the demo
/// chamber is attacked from then on; its pages, forms and tables are found, not listed.
/// </summary>
public sealed class Siege : TestApp
{
    public const string Visitor = "gosc";

    public static readonly string[] Everyone = [Visitor, "anna", "bartek", "celina", "moderator", "biuro", "admin"];

    /// <summary>Stands in rows that only Anna, her firm or the office may see.</summary>
    public static readonly string[] Canaries =
        ["kanarek-kontakt@firma.example", "kanarek-szkic", "kanarek-zaproszony@firma.example", "kanarek-nowy-adres@firma.example", "Kanarek/1.0", "kanarek-link@firma.example"];

    private readonly Dictionary<string, Attacker> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Visit>> visits = new(StringComparer.Ordinal);
    private IReadOnlyList<WebForm>? forms;
    private (long Version, List<Access.Row> Rows)? known;
    private DateTimeOffset began;

    public Map Map { get; private set; } = null!;

    public int AnnasFirm { get; private set; }

    /// <summary>Rows that changed while somebody only looked.</summary>
    public List<string> WrittenByReading { get; } = [];

    public Attacker this[string who] => people[who];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await FillWithDemo();
        foreach (var who in Everyone)
            people[who] = await SignIn(who);
        Map = await Map.Draw(Services);
        await LiveABit();
        began = Clock.GetUtcNow();
        await Database.Save();
    }

    /// <summary>Everything as it was when the siege began, sessions and the clock too: tests come in another order wherever the program lies elsewhere.</summary>
    public Task Restore()
    {
        Clock.AdjustTime(began);
        return Database.Restore();
    }

    /// <summary>One more browser of the same person.</summary>
    public async Task<Attacker> SignIn(string who)
    {
        var client = who == Visitor ? Client() : await this.As(await Person(who));
        var form = await (await client.GetAsync(who == Visitor ? "/logowanie" : "/konto")).Page();
        var cookies = (await client.GetAsync("/logowanie")).RequestMessage!.Headers.GetValues("Cookie").Single();
        return new Attacker(who, CreateDefaultClient(new Jar(cookies)), form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    public Task<User> Person(string who) => Db(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == who + DemoPeople.Domain));

    /// <summary>All pages that the person reaches by links, by letters and by guessing every route. Seen once, before anything was attacked.</summary>
    public async Task<IReadOnlyList<Visit>> PagesOf(string who)
    {
        if (visits.TryGetValue(who, out var found))
            return found;
        var letters = await Letters();
        await Restore();
        await this[who].Client.GetAsync("/konto"); // that somebody came is noted now
        var before = await Rows();
        visits[who] = found = await Map.Crawl(this[who].Client, letters);
        WrittenByReading.AddRange(RowChanges.Between(before.WithoutReading(), (await Rows()).WithoutReading()).Select(row => $"{who}: {row}"));
        return found;
    }

    /// <summary>One form of each shape, and whose it is.</summary>
    public async Task<IReadOnlyList<WebForm>> Forms()
    {
        if (forms is not null)
            return forms;
        var all = new List<WebForm>();
        foreach (var who in (string[])["anna", "biuro", "moderator", "admin", Visitor])
            foreach (var visit in await PagesOf(who))
                all.AddRange(WebForm.On(visit, who));
        return forms = [.. all.DistinctBy(f => f.Shape(Map)).OrderBy(f => f.EndsTheVisit)];
    }

    /// <summary>All rows of all tables, read anew only when something was written meanwhile: most attacks write nothing.</summary>
    internal async Task<List<Access.Row>> Rows()
    {
        var version = await Database.Version();
        if (known?.Version != version)
            known = (version, await Db(Access.Rows.List));
        return known.Value.Rows;
    }

    /// <summary>Addresses in letters that wait to be sent.</summary>
    private Task<List<string>> Letters() => Db(async db => (await db.Set<Norda.Features.Mail.OutboxMail>().Select(m => m.Text).ToListAsync())
        .SelectMany(text => text.Split([' ', '\n', '\r'])).Where(word => word.StartsWith("http", StringComparison.Ordinal)).Select(word => new Uri(word).PathAndQuery).Distinct().ToList());

    private async Task FillWithDemo()
    {
        await using var scope = Services.CreateAsyncScope();
        var newcomer = new HostingEnvironment { EnvironmentName = "Development" };
        foreach (var demo in scope.ServiceProvider.GetServices<IFreshDatabase>().Select(d => d.GetType()))
        {
            var asks = demo.GetConstructors().Single().GetParameters().Any(p => p.ParameterType == typeof(IHostEnvironment));
            await ((IFreshDatabase)ActivatorUtilities.CreateInstance(scope.ServiceProvider, demo, asks ? [newcomer] : [])).Fill(CancellationToken.None);
        }
    }

    /// <summary>What the demo chamber does not have: letters with links, a draft, a picture, and words that only some may read.</summary>
    private async Task LiveABit()
    {
        var (anna, office, visitor) = (this["anna"].Client, this["biuro"].Client, this[Visitor].Client);
        AnnasFirm = (await Person("anna")).CompanyId!.Value;
        await visitor.Fill("/haslo", null, new() { ["Email"] = "celina" + DemoPeople.Domain });
        await visitor.Fill("/rejestracja", null, new() { ["Form.Name"] = "Nowa Osoba", ["Form.Email"] = "nowa@firma.example", ["Form.Nip"] = "5252344078", ["Form.Password"] = WebForm.NewPassword, ["Form.Accepts"] = "true" });
        await anna.Fill("/moja-firma/kontakty", "Dodaj kontakt", new() { ["Form[type]"] = "email", ["Form[value]"] = Canaries[0], ["Form[purpose]"] = "Tylko my", ["Form[visibility]"] = "Me" });
        await anna.Fill("/moja-firma/zespol", "Wyślij zaproszenie", new() { ["email"] = Canaries[2], ["role"] = "Editor" });
        await anna.Fill("/konto", "Wyślij listy do potwierdzenia", new() { ["EmailForm.Email"] = Canaries[3], ["EmailForm.Password"] = DemoPeople.Password });
        await office.Fill($"/moja-firma?firma={AnnasFirm}", "Wyślij link do profilu", new() { ["email"] = Canaries[5] });
        foreach (var form in WebForm.On(new Visit("/moja-firma/zdjecia", await anna.GetAsync("/moja-firma/zdjecia")), "anna").Where(f => f.IsMultipart))
            await this["anna"].Send(form, form.Filled(), Picture());
        await Db(async db =>
        {
            var id = await db.Users.Where(u => u.Email == "anna" + DemoPeople.Domain).Select(u => u.Id).SingleAsync();
            // The firm whose address stands for all: somebody answers its letters.
            db.Add(new CompanyUser { CompanyId = await db.Companies.Where(c => c.Slug == "pixlab-sp-z-o-o").Select(c => c.Id).SingleAsync(), UserId = await db.Users.Where(u => u.Email == "bartek" + DemoPeople.Domain).Select(u => u.Id).SingleAsync(), Role = CompanyRole.Owner, Status = CompanyUserStatus.Approved, CreatedAt = Clock.GetUtcNow().UtcDateTime });
            db.Add(new ProfileDraft { CompanyId = AnnasFirm, UserId = id, Section = "adres", Data = """{"Values":{"street":"kanarek-szkic"},"Visible":{},"Seen":""}""", SavedAt = Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
            await db.Set<UserSession>().Where(s => s.UserId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Browser, Canaries[4] + " Kanarek Firefox/1"));
        });
    }

    /// <summary>The least that is a PDF.</summary>
    public static byte[] Paper() => [.. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8];

    public static byte[] Picture(int width = 64, int height = 48, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.CadetBlue);
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }
}
