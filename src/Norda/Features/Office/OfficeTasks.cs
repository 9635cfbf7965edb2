using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Jobs;
using Norda.Features.Mail;
using Norda.Features.Recommendations;
using Norda.Features.Reports;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Office;

/// <summary>What waits for the office: on its own page and on the start page.</summary>
public static class OfficeTasks
{
    public static readonly IReadOnlyList<StartTask> All =
    [
        Task("osoba czeka na wejście do firmy|osoby czekają na wejście do firmy|osób czeka na wejście do firmy", "/biuro/osoby", "users", "Zdecyduj", Resource.Person,
            (db, _) => db.Set<CompanyUser>().Where(p => p.Status == CompanyUserStatus.Requested).Select(p => p.UserId)),
        Task("polecenie do przeczytania|polecenia do przeczytania|poleceń do przeczytania", "/biuro/moderacja", "thumb-up", "Przeczytaj", Resource.Moderation,
            (db, _) => db.Set<Recommendation>().Where(r => r.Status == RecommendationStatus.Pending).Select(r => r.Id)),
        Task("zgłoszenie treści|zgłoszenia treści|zgłoszeń treści", "/biuro/moderacja/zgloszenia", "speakerphone", "Rozpatrz", Resource.Moderation,
            (db, _) => db.Set<ContentReport>().Where(r => r.Status == ReportStatus.Open).Select(r => r.Id)),
        Task("profil poprawiony przez firmę|profile poprawione przez firmy|profili poprawionych przez firmy", "/biuro/moderacja/zmiany", "file-search", "Porównaj", Resource.ProfileRequest,
            (db, _) => db.Set<ProfileRequest>().Where(r => r.SubmittedAt != null && r.DecidedAt == null).Select(r => r.Id)),
        Task("firma czeka na włączenie|firmy czekają na włączenie|firm czeka na włączenie", "/biuro/firmy?stan=pending", "building", "Zobacz", Resource.Firm,
            (db, _) => db.Companies.Where(c => c.Status == CompanyStatus.Pending).Select(c => c.Id)),
        Task("list nie dał się wysłać|listy nie dały się wysłać|listów nie dało się wysłać", "/biuro/stan", "mail", "Zobacz", Resource.Operation,
            (db, _) => db.Set<OutboxMail>().Where(m => m.FailedAt != null && m.SentAt == null).Select(m => 1)),
        Task("praca nie udała się dziś|prace nie udały się dziś|prac nie udało się dziś", "/biuro/stan", "gauge", "Zobacz", Resource.Operation,
            (db, now) => db.Set<JobRun>().Where(r => r.Succeeded == false && r.StartedAt > now.AddDays(-1)).Select(r => 1)),
    ];

    private static StartTask Task(string words, string href, string icon, string action, Resource resource, Func<AppDb, DateTime, IQueryable<int>> waiting) =>
        new(words, href, icon, action, 100, services => waiting(services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime))
        {
            IsOfOffice = true, Requires = (resource, resource == Resource.Firm ? Act.Read : Act.Change),
        };
}
