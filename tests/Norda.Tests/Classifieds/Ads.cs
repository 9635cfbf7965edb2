using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;

namespace Norda.Tests.Classifieds;

/// <summary>Puts advertisements up without a browser.</summary>
public static class Ads
{
    public static async Task<Classified> Ad(this TestApp app, User author, string title, string text, ListingType type = ListingType.Wanted, int days = 30, string? budget = null, bool anonymous = false)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, words, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<ClassifiedWords>(), app.Clock.GetUtcNow().UtcDateTime);
        var ad = new Classified { AuthorId = author.Id, CompanyId = author.CompanyId, Title = "", Slug = "", Description = "", CreatedAt = now, ExpiresAt = now.AddDays(days), Once = Guid.NewGuid() };
        ad.Take(new ClassifiedForm { Title = title, Description = text, Type = type.Code, Budget = budget, IsAnonymous = anonymous }, words);
        db.Add(ad);
        await db.SaveChangesAsync();
        return ad;
    }
}
