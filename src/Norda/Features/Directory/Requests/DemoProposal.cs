using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Directory.Requests;

/// <summary>A firm of the demo chamber that sent its corrections back by its link.</summary>
public class DemoProposal(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<ProfileRequest>().AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Companies.Where(c => c.Email != null && c.Phone != null).OrderBy(c => c.Id).Skip(6).FirstOrDefaultAsync(cancel) is not { } firm)
            return;
        var changes = new Dictionary<string, ProposedValue> { ["phone"] = new(firm.Phone, "+48586720022"), ["description_short"] = new(firm.DescriptionShort, "Robimy to od 1998 roku, na miejscu i z dojazdem do klienta na całych Kaszubach.") };
        db.Add(new ProfileRequest
        {
            CompanyId = firm.Id, TokenHash = Secret.HashOf(Secret.New()), SentTo = firm.Email!, CreatedAt = now.AddDays(-3), ExpiresAt = now.AddDays(4), SubmittedAt = now.AddHours(-5), Proposal = JsonSerializer.Serialize(changes),
        });
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }
}
