using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Membership.Deciding;
using Norda.Features.Membership.Joining;
using Norda.Platform;

namespace Norda.Features.Membership.Demo;

/// <summary>Firms that want to come into the demo chamber: one in each state, so that the office's queue can be seen at work.</summary>
public class DemoDeclarations(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const string Signed = "signature";
    private const string Both = "signature register";

    private static readonly (string Nip, string Name, string Town, string Person, string Role, int Staff, DeclarationStatus Status, int DaysAgo, string Papers)[] Firms =
    [
        ("9991079207", "Stolarnia Zielony Most", "Reda", "Filip Pokazowy", "właściciel", 4, DeclarationStatus.Submitted, 1, Signed),
        ("9991158390", "Port Danych sp. z o.o.", "Gdynia", "Gabriela Pokazowa", "prezes zarządu", 23, DeclarationStatus.Submitted, 3, ""),
        ("9991237586", "Piekarnia Nad Cedronem", "Wejherowo", "Halina Pokazowa", "właścicielka", 12, DeclarationStatus.Incomplete, 9, Signed),
        ("9991316771", "Hydro-Kaszuby sp. z o.o.", "Luzino", "Igor Pokazowy", "prokurent", 61, DeclarationStatus.Complete, 12, Both),
        ("9991395960", "Szkutnia Zatoka", "Puck", "Jan Pokazowy", "właściciel", 7, DeclarationStatus.Appealed, 40, Both),
        ("9991475156", "Szybki Zysk sp. z o.o.", "Rumia", "Karol Pokazowy", "prezes zarządu", 2, DeclarationStatus.Refused, 20, Both),
        ("9991554341", "Kwiaciarnia Przy Rynku", "Wejherowo", "Lena Pokazowa", "właścicielka", 3, DeclarationStatus.Withdrawn, 55, Signed),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<Declaration>().AnyAsync(cancel) || await db.Set<Member>().OrderBy(m => m.Number).LastOrDefaultAsync(cancel) is not { } newest)
            return;
        var refusal = new Resolution
        {
            Number = $"19/{clock.Today().Year}", Body = "Zarząd", AdoptedOn = clock.Today().AddDays(-10), Title = "Odmowa przyjęcia członków", CreatedAt = clock.GetUtcNow().UtcDateTime,
            Text = "Zarząd nie przyjmuje firm, które nie prowadzą działalności na obszarze izby albo zalegają z podatkami.",
        };
        db.Add(refusal);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        db.AddRange(Firms.Select(f => Make(f.Nip, f.Name, f.Town, f.Person, f.Role, f.Staff, f.Status, f.DaysAgo, f.Papers, refusal.Id)));
        db.Add(await Admitted(newest, cancel));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }

    private Declaration Make(string nip, string name, string town, string person, string role, int staff, DeclarationStatus status, int daysAgo, string papers, int refusal)
    {
        var sent = clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo);
        var (mailbox, isRefused) = (Slug.From(name.Split(' ')[0]), status is DeclarationStatus.Refused or DeclarationStatus.Appealed);
        return new Declaration
        {
            Nip = nip, Name = name, Street = "Dworcowa", Building = $"{staff}", PostalCode = "84-200", Town = town, Email = $"biuro@{mailbox}.example", Phone = "+48 58 672 00 11",
            RepresentativeName = person, RepresentativeRole = role, RepresentativeEmail = $"{Slug.From(person.Split(' ')[0])}@{mailbox}.example", Staff = staff, StatuteVersion = DemoPapers.StatuteLabel, NoteVersion = DeclarationTerms.NoteVersion,
            Newsletter = daysAgo % 2 == 0, SignedBy = papers.Length > 0 ? person : null, Papers = papers, SubmittedAt = sent, Status = status,
            Asked = status == DeclarationStatus.Incomplete ? "register" : "", AskedAt = status == DeclarationStatus.Incomplete ? sent.AddDays(2) : null, AskedNote = status == DeclarationStatus.Incomplete ? "Wystarczy wydruk z CEIDG nie starszy niż trzy miesiące." : null,
            ResolutionId = isRefused ? refusal : null, Reason = isRefused ? "Firma nie pokazała, że prowadzi działalność na obszarze izby." : null, DecidedAt = isRefused ? sent.AddDays(10) : null,
            AppealUntil = isRefused ? DateOnly.FromDateTime(sent.AddDays(10)).AddDays(RefuseDeclaration.DaysToAppeal) : null,
            Appeal = status == DeclarationStatus.Appealed ? "Szkutnia pracuje w Pucku od 2011 roku. Dołączam umowę najmu hali i listę zleceń z ostatnich trzech lat." : null, AppealedAt = status == DeclarationStatus.Appealed ? sent.AddDays(22) : null,
            WithdrawnAt = status == DeclarationStatus.Withdrawn ? sent.AddDays(3) : null,
        };
    }

    /// <summary>How the newest member came in.</summary>
    private async Task<Declaration> Admitted(Member member, CancellationToken cancel)
    {
        var firm = await db.Companies.AsNoTracking().SingleAsync(c => c.Id == member.CompanyId, cancel);
        var decided = member.Since.ToDateTime(new TimeOnly(10, 0));
        return new Declaration
        {
            Nip = firm.Nip ?? "9991633537", Name = firm.Name, LegalName = firm.LegalName, Town = firm.Address.Town, Email = firm.Email, RepresentativeName = "Marek Pokazowy", RepresentativeRole = "prezes zarządu", Staff = member.Staff ?? 1,
            StatuteVersion = DemoPapers.StatuteLabel, NoteVersion = DeclarationTerms.NoteVersion, SignedBy = "Marek Pokazowy", Papers = Both, SubmittedAt = decided.AddDays(-14), Status = DeclarationStatus.Admitted,
            CompanyId = firm.Id, MemberId = member.Id, ResolutionId = member.ResolutionId, DecidedAt = decided,
        };
    }
}
