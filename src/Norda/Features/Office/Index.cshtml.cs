using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Jobs;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Features.Recommendations;
using Norda.Features.Reports;
using Norda.Platform.Access;

namespace Norda.Features.Office;

/// <summary>What waits for the office. Quiet when nothing does.</summary>
[Access(Resource.Office, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Waiting> Tasks { get; private set; } = [];
    public IReadOnlyList<Waiting> Tidying { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var n = await Count(cancel);
        Waiting[] tasks =
        [
            new("osoba czeka na wejście do firmy|osoby czekają na wejście do firmy|osób czeka na wejście do firmy", "~/biuro/osoby", "users", n.Joining, Resource.Person),
            new("deklaracja członkowska do rozpatrzenia|deklaracje członkowskie do rozpatrzenia|deklaracji członkowskich do rozpatrzenia", "~/biuro/deklaracje", "clipboard-check", n.Declarations, Resource.Declaration),
            new("polecenie do przeczytania|polecenia do przeczytania|poleceń do przeczytania", "~/biuro/moderacja", "thumb-up", n.Recommendations, Resource.Moderation),
            new("zgłoszenie treści|zgłoszenia treści|zgłoszeń treści", "~/biuro/moderacja/zgloszenia", "speakerphone", n.Reports, Resource.Moderation),
            new("profil poprawiony przez firmę|profile poprawione przez firmy|profili poprawionych przez firmy", "~/biuro/moderacja/zmiany", "file-search", n.Proposals, Resource.ProfileRequest),
            new("firma czeka na włączenie|firmy czekają na włączenie|firm czeka na włączenie", "~/biuro/firmy?stan=pending", "building", n.Pending, Resource.Firm),
            new("list nie dał się wysłać|listy nie dały się wysłać|listów nie dało się wysłać", "~/biuro/stan", "mail", n.Failed, Resource.Operation),
            new("praca nie udała się dziś|prace nie udały się dziś|prac nie udało się dziś", "~/biuro/stan", "gauge", n.Jobs, Resource.Operation),
        ];
        Waiting[] tidying =
        [
            new("firma bez właściciela profilu|firmy bez właściciela profilu|firm bez właściciela profilu", "~/biuro/firmy?brak=wlasciciela", "building", n.Ownerless, Resource.Firm),
            new("firma bez sprawdzenia od roku|firmy bez sprawdzenia od roku|firm bez sprawdzenia od roku", "~/biuro/firmy?brak=sprawdzenia", "shield-check", n.Unverified, Resource.Firm),
            new("osoba z niepotwierdzonym adresem|osoby z niepotwierdzonym adresem|osób z niepotwierdzonym adresem", "~/biuro/osoby?pokaz=bez-adresu", "mail", n.Unproven, Resource.Person),
        ];
        Tasks = [.. tasks.Where(Concerns)];
        Tidying = [.. tidying.Where(Concerns)];
    }

    private bool Concerns(Waiting task) => task.Count > 0 && AccessTable.Allows(me, task.Resource, task.Resource == Resource.Firm ? Act.Read : Act.Change);

    private Task<Counts> Count(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (day, year) = (now.AddDays(-1), now.AddYears(-1));
        return db.Set<AuditHead>().Select(_ => new Counts(
            db.Set<CompanyUser>().Count(p => p.Status == CompanyUserStatus.Requested),
            db.Set<Declaration>().Count(d => Declaration.Open.Contains(d.Status)),
            db.Set<Recommendation>().Count(r => r.Status == RecommendationStatus.Pending),
            db.Set<ContentReport>().Count(r => r.Status == ReportStatus.Open),
            db.Set<ProfileRequest>().Count(r => r.SubmittedAt != null && r.DecidedAt == null),
            db.Companies.Count(c => c.Status == CompanyStatus.Pending),
            db.Set<OutboxMail>().Count(m => m.FailedAt != null && m.SentAt == null),
            db.Set<JobRun>().Count(r => r.Succeeded == false && r.StartedAt > day),
            db.Companies.Count(c => c.Status == CompanyStatus.Active && !db.Set<CompanyUser>().Any(p => p.CompanyId == c.Id && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive)),
            db.Companies.Count(c => c.Status == CompanyStatus.Active && !(c.Quality!.LastVerifiedAt >= year)),
            db.Users.Count(u => !u.EmailConfirmed && u.IsActive && u.ErasedAt == null))).SingleAsync(cancel);
    }

    private sealed record Counts(int Joining, int Declarations, int Recommendations, int Reports, int Proposals, int Pending, int Failed, int Jobs, int Ownerless, int Unverified, int Unproven);
}

/// <summary>Something that somebody should do. Words are forms of the plural, a key of the texts.</summary>
public sealed record Waiting(string Words, string Href, string Icon, int Count, Resource Resource);
