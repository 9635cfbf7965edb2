using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Office;

/// <summary>What waits for the office. Quiet when nothing does.</summary>
[Access(Resource.Office, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, TimeProvider clock, IServiceProvider services) : PageModel
{
    public IReadOnlyList<Waiting> Tasks { get; private set; } = [];
    public IReadOnlyList<Waiting> Tidying { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var year = clock.GetUtcNow().UtcDateTime.AddYears(-1);
        var active = db.Companies.Where(c => c.Status == CompanyStatus.Active);
        StartTask[] tidying =
        [
            Tidy("firma bez właściciela profilu|firmy bez właściciela profilu|firm bez właściciela profilu", "/biuro/firmy?brak=wlasciciela", "building", Resource.Firm, Act.Read,
                active.Where(c => !db.Set<CompanyUser>().Any(p => p.CompanyId == c.Id && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive)).Select(c => c.Id)),
            Tidy("firma bez sprawdzenia od roku|firmy bez sprawdzenia od roku|firm bez sprawdzenia od roku", "/biuro/firmy?brak=sprawdzenia", "shield-check", Resource.Firm, Act.Read,
                active.Where(c => !(c.Quality!.LastVerifiedAt >= year)).Select(c => c.Id)),
            Tidy("osoba z niepotwierdzonym adresem|osoby z niepotwierdzonym adresem|osób z niepotwierdzonym adresem", "/biuro/osoby?pokaz=bez-adresu", "mail", Resource.Person, Act.Change,
                db.Users.Where(u => !u.EmailConfirmed && u.IsActive && u.ErasedAt == null).Select(u => u.Id)),
        ];
        var all = OfficeTasks.All.Concat(tidying).Where(t => AccessTable.Allows(me, t.Requires.Resource, t.Requires.Act)).ToList();
        var counts = await db.CountTogether(all.ConvertAll(t => t.Waiting(services)), cancel);
        var found = all.Zip(counts).Where(t => t.Second > 0).ToLookup(t => t.First.IsOfOffice, t => new Waiting(t.First.Words, "~" + t.First.Href, t.First.Icon, t.Second));
        (Tasks, Tidying) = ([.. found[true]], [.. found[false]]);
    }

    private static StartTask Tidy(string words, string href, string icon, Resource resource, Act act, IQueryable<int> rows) => new(words, href, icon, "", 0, _ => rows) { Requires = (resource, act) };
}

/// <summary>Something that somebody should do. Words are forms of the plural, a key of the texts.</summary>
public sealed record Waiting(string Words, string Href, string Icon, int Count);
