using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Reports;

/// <summary>Two reports of the demo chamber that wait for the moderator.</summary>
public class DemoReports(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly (int Firm, string Name, string Email, string Reason)[] Said =
    [
        (3, "Ewa Pokazowa", "ewa@norda.example", "Na stronie jest zdjęcie mojej hali, a ta firma nigdy jej nie wynajmowała. Proszę je usunąć."),
        (5, "Zenon Pokazowy", "zenon@norda.example", "Opis mówi o uprawnieniach gazowych. Sprawdziłem w rejestrze: wygasły dwa lata temu."),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<ContentReport>().AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var firms = await db.Companies.OrderBy(c => c.Id).Take(6).Select(c => new { c.Id, c.Slug }).ToListAsync(cancel);
        foreach (var (said, i) in Said.Select((s, i) => (s, i)).Where(s => s.s.Firm < firms.Count))
            db.Add(new ContentReport
            {
                SubjectType = "company", SubjectId = firms[said.Firm].Id, Url = "/firma/" + firms[said.Firm].Slug, Reason = said.Reason, ReporterName = said.Name, ReporterEmail = said.Email, GoodFaith = true, CreatedAt = now.AddHours(-30 * (i + 1)),
            });
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }
}
