using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership;

/// <summary>How people name a resolution in a form. The title is used when it is not in the register yet.</summary>
public sealed record ResolutionName(string? Number, DateOnly? AdoptedOn, string? Body, string? Title);

/// <summary>Finds a resolution in the register, or enters it, in the caller's unit of work.</summary>
public class NameResolution(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<(Resolution? Resolution, Outcome Outcome)> Run(ResolutionName name, CancellationToken cancel)
    {
        if (PlainText.Line(name.Number) is not { Length: > 0 and <= ResolutionMap.LongestNumber } number)
            return (null, Outcome.Refuse(texts["Podaj numer uchwały, na przykład 14/2026."], "ResolutionNumber"));
        if (PlainText.Line(name.Body) is not { Length: > 0 and <= ResolutionMap.LongestBody } body)
            return (null, Outcome.Refuse(texts["Podaj, kto podjął uchwałę, na przykład Zarząd."], "ResolutionBody"));
        if (await db.Set<Resolution>().SingleOrDefaultAsync(r => r.Number == number && r.Body == body, cancel) is { } known)
            return (known, Outcome.Done);
        if (name.AdoptedOn is not { } day || day > clock.Today())
            return (null, Outcome.Refuse(texts["Podaj datę uchwały: nie ma jej jeszcze w rejestrze."], "ResolutionDate"));
        var title = PlainText.Line(name.Title) is { Length: > 0 } given ? given : texts["Uchwała {0}", number].Value;
        var entered = new Resolution
        {
            Number = number, Body = body, AdoptedOn = day, Title = title.Length > ResolutionMap.LongestTitle ? title[..ResolutionMap.LongestTitle] : title,
            Visibility = ResolutionVisibility.Office, CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(entered);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (entered, Outcome.Done);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.Entry(entered).State = EntityState.Detached;
            return (null, Outcome.Refuse(texts["Ktoś właśnie wpisał tę uchwałę do rejestru. Spróbuj jeszcze raz."], "ResolutionNumber"));
        }
    }
}
