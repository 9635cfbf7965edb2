using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data.Audit;
using Norda.Data.Backup;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Erasing;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Features.Recommendations;
using Norda.Features.Reports;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Tests.Access;

namespace Norda.Tests.Privacy;

/// <summary>Canary words of an erased person are nowhere, and everything else goes on.</summary>
public sealed class ErasingTests(CanaryApp app) : IClassFixture<CanaryApp>
{
    private const string Name = "Kanarkowa Trelewska";
    private const string Phone = "+48601234987";
    private const string Browser = "Trelobrowser";
    private const string Address = "198.51.100.77";
    private const string Draft = "szkic trelowany";
    private const string Said = "Polecam, bo trelują punktualnie i na temat, zawsze.";

    [Fact]
    public async Task Canary_words_are_gone_from_the_database_its_file_the_backup_the_letters_and_the_log()
    {
        var (bird, firm) = await Bird();
        string[] words = [Name, bird.Email!, bird.Email!.ToUpperInvariant(), Phone, Browser, Address, Draft, Said];
        var before = await app.Db(Rows.Read);
        Assert.All(words, word => Assert.Contains(word, before, StringComparison.Ordinal));
        Assert.NotEmpty(System.IO.Directory.GetFiles(app.MailFolder, "*.eml"));

        var left = await (await app.As(bird)).Fill("/konto/usun", "Usuń konto i dane", new() { ["Form.Password"] = CanaryApp.Password, ["Form.IsSure"] = "true", ["Form.KeepsTexts"] = "false" });
        Assert.Equal((HttpStatusCode.Redirect, "/"), (left.StatusCode, left.Headers.Location!.ToString()));

        var traces = (await app.Db(Rows.Read)).Split('\n').Where(row => words.Any(w => row.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.Empty(traces);
        Assert.Empty(await InBackup(words));
        Assert.Empty(InFiles(words));
        Assert.DoesNotContain(app.Log, line => words.Any(w => line.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(System.IO.Directory.GetFiles(app.MailFolder, "*.eml"), file => MimeKit.MimeMessage.Load(file).ToString().Contains(bird.Email!, StringComparison.Ordinal));
        Assert.Null((await app.Run<VerifyAudit, (long, string? Fault)>(v => v.Run(CancellationToken.None))).Fault);
        Assert.NotNull(await app.Db(db => db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == bird.Id && u.ErasedAt != null && u.Name == ErasedWords.Nobody)));
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync($"/firma/{firm.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Whoever_wishes_leaves_recommendations_without_a_name()
    {
        var firm = await app.Firm("Polecana Po Latach");
        var bird = await app.WithPassword(await app.Person("Zostawia Polecenie", await app.Firm("Dawna Firma")));
        await Publish(bird, firm, "Zrobili dach szybko i posprzątali po sobie, dziękuję.");

        await (await app.As(bird)).Fill("/konto/usun", "Usuń konto i dane", new() { ["Form.Password"] = CanaryApp.Password, ["Form.IsSure"] = "true" });

        var quote = (await app.Page($"/firma/{firm.Slug}")).QuerySelector("#polecenia")!.TextContent;
        Assert.Contains("Zrobili dach szybko", quote, StringComparison.Ordinal);
        Assert.Contains("były użytkownik", quote, StringComparison.Ordinal);
        Assert.DoesNotContain("Zostawia", quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_password_erases_nobody()
    {
        var anna = await app.WithPassword(await app.Person("Anna Zostaje"));

        var answer = await (await app.As(anna)).Fill("/konto/usun", "Usuń konto i dane", new() { ["Form.Password"] = "nie to hasło wcale", ["Form.IsSure"] = "true" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null(await app.Db(db => db.Set<User>().Where(u => u.Id == anna.Id).Select(u => u.ErasedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_only_administrator_stays()
    {
        var admin = await app.Person("Jedyny Administrator", staff: Role.Admin);

        Assert.Contains("jedyny administrator", (await app.Run<ErasePerson, Outcome>(e => e.Run(admin.Id, true, CancellationToken.None))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_erases_a_person_who_asked_with_its_own_password()
    {
        var asked = await app.Person("Prosi Listownie");
        var olga = await app.As(await app.Officer());

        var found = await olga.Fill("/biuro/rodo", "Pokaż", new() { ["osoba"] = asked.Email! });
        Assert.Equal($"/biuro/rodo/osoba/{asked.Id}", found.Headers.Location!.ToString());
        await olga.Fill($"/biuro/rodo/osoba/{asked.Id}", "Usuń dane osoby", new() { ["Password"] = CanaryApp.Password });

        Assert.NotNull(await app.Db(db => db.Set<User>().Where(u => u.Id == asked.Id).Select(u => u.ErasedAt).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await olga.GetAsync($"/biuro/rodo/osoba/{asked.Id}")).StatusCode);
    }

    [Fact]
    public async Task The_office_does_not_erase_an_administrator()
    {
        var (one, other) = (await app.Person("Adam Administrator", staff: Role.Admin), await app.Person("Ada Administratorka", staff: Role.Admin));
        var olga = await app.As(await app.Officer());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await olga.Fill($"/biuro/rodo/osoba/{one.Id}", "Usuń dane osoby", new() { ["Password"] = CanaryApp.Password })).StatusCode);

        Assert.Null(await app.Db(db => db.Users.Where(u => u.Id == one.Id).Select(u => u.ErasedAt).SingleAsync()));
        // The test of the only administrator shares this database.
        await app.Db(db => db.Users.Where(u => u.Id == one.Id || u.Id == other.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
    }

    /// <summary>A person whose words are wherever a person's words can be.</summary>
    private async Task<(User, Company)> Bird()
    {
        var (own, firm) = (await app.Firm("Firma Ptasia"), await app.Firm("Firma Chwalona"));
        var bird = await app.WithPassword(await app.Person(Name, own, CompanyRole.Owner));
        var owner = await app.Person("Sąsiad Pamiętliwy", own);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.Db(async db =>
        {
            var user = await db.Set<User>().SingleAsync(u => u.Id == bird.Id);
            user.PhoneNumber = Phone;
            db.Add(new UserConsent { UserId = bird.Id, Kind = "regulamin", Version = "2026-11", Source = "rejestracja", GivenAt = now });
            db.Add(new ProfileDraft { CompanyId = own.Id, UserId = bird.Id, Section = "adres", Data = $$"""{"x":"{{Draft}}"}""", SavedAt = now });
            db.Add(new UserSession { Id = Guid.NewGuid(), UserId = bird.Id, CreatedAt = now, LastSeenAt = now, ProvenAt = now, ExpiresAt = now.AddDays(1), Address = Address, Browser = Browser });
            db.Add(new AccountToken { Purpose = TokenPurpose.Invitation, Hash = AccountToken.HashOf(Guid.NewGuid().ToString()), Email = bird.Email, CompanyId = own.Id, CreatedAt = now, ExpiresAt = now.AddDays(1) });
            db.Add(new ContentReport { SubjectType = "company", SubjectId = firm.Id, Url = "/firma/x", Reason = "Nieprawdziwy adres.", ReporterName = Name, ReporterEmail = bird.Email, UserId = bird.Id, GoodFaith = true, CreatedAt = now });
            db.Add(new CompanyContact { CompanyId = own.Id, ContactType = "phone", Value = "+48580000111", VerifiedBy = Name });
            await db.SaveChangesAsync();
        });
        await Publish(bird, firm, Said);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var mail = scope.ServiceProvider.GetRequiredService<QueueMail>();
            mail.Run(new Letter { UniqueKey = $"test:{bird.Email}", To = bird.Email!, ToName = Name, UserId = bird.Id, Subject = "Dzień dobry", Heading = "Dzień dobry" });
            mail.Run(new Letter { UniqueKey = $"test:{owner.Email}", To = owner.Email!, ToName = owner.Name, UserId = owner.Id, Subject = $"{Name} chce dołączyć", Heading = "Prośba", Facts = [("E-mail", bird.Email!)] });
            await scope.ServiceProvider.GetRequiredService<Norda.Data.AppDb>().SaveChangesAsync();
            await scope.ServiceProvider.GetRequiredService<SendMail>().Run(CancellationToken.None);
        }

        await (await app.As(bird)).Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Śpiewamy na zamówienie w całym powiecie." });
        return (bird, firm);
    }

    private Task Publish(User author, Company firm, string text) => app.Db(async db =>
    {
        db.Add(new Recommendation { CompanyId = firm.Id, UserId = author.Id, RecommendationText = text, ShowContact = true, Status = RecommendationStatus.Approved, CreatedAt = app.Clock.GetUtcNow().UtcDateTime, ModeratedAt = app.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    });

    private async Task<List<string>> InBackup(string[] words)
    {
        var file = Path.Combine(app.MailFolder, "kopia.zip");
        await app.Run<WriteBackup, BackupManifest>(backup => backup.Run(file, CancellationToken.None));
        var found = new List<string>();
        await using (var zip = await ZipFile.OpenReadAsync(file))
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync());
                var text = await reader.ReadToEndAsync();
                found.AddRange(words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{entry.FullName}: {w}"));
            }

        File.Delete(file);
        return found;
    }

    /// <summary>The bytes of the SQLite database and of its write-ahead log; on PostgreSQL the rows above are the dump.</summary>
    private List<string> InFiles(string[] words)
    {
        if (TestDatabase.IsPostgres)
            return [];
        var found = new List<string>();
        foreach (var file in System.IO.Directory.GetFiles(Path.GetDirectoryName(app.Database.File)!))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            found.AddRange(words.Where(w => memory.GetBuffer().AsSpan(0, (int)memory.Length).IndexOf(Encoding.UTF8.GetBytes(w)) >= 0).Select(w => $"{Path.GetFileName(file)}: {w}"));
        }

        return found;
    }
}
