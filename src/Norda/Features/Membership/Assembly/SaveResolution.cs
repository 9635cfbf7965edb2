using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>A resolution as it is to stand in the register.</summary>
public sealed record ResolutionOrder(string? Number, DateOnly? AdoptedOn, string? Body, string? Title, string? Text, ResolutionVisibility Visibility)
{
    /// <summary>The one that was corrected.</summary>
    public int Version { get; init; }
}

/// <summary>Enters a resolution or corrects one. A body gives each number once.</summary>
public class SaveResolution(AppDb db, Me me, StorePdf store, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="id">Null enters a new one.</param>
    /// <param name="pdf">The signed paper; without it the one that is there stays.</param>
    public async Task<(int? Id, Outcome Outcome)> Run(int? id, ResolutionOrder order, IFormFile? pdf, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return (null, Outcome.Refuse(texts["To może zrobić tylko biuro izby."]));
        if (FaultOf(order) is { } fault)
            return (null, fault);
        var resolution = id is null ? null : await db.Set<Resolution>().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (id is not null && resolution is null)
            return (null, Outcome.Refuse(texts["Tej uchwały nie ma w rejestrze."]));
        if (resolution is not null && resolution.Version != order.Version)
            return (null, Stale());
        if (resolution is null)
            db.Add(resolution = new Resolution { Number = "", Body = "", Title = "", CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime });
        if (pdf is { Length: > 0 })
        {
            var (file, refusal) = await store.Run(pdf, cancel);
            if (file is null)
                return (null, Outcome.Refuse(refusal!, "pdf"));
            resolution.FileId = file.Id;
        }

        (resolution.Number, resolution.Body, resolution.Title, resolution.AdoptedOn) = (PlainText.Line(order.Number)!, PlainText.Line(order.Body)!, PlainText.Line(order.Title)!, order.AdoptedOn!.Value);
        (resolution.Text, resolution.Visibility) = (PlainText.Clean(order.Text) is { Length: > 0 } text ? text : null, order.Visibility);
        resolution.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
            return (resolution.Id, Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (null, Stale());
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return (null, Outcome.Refuse(texts["Uchwała o tym numerze tego organu jest już w rejestrze."], "Number"));
        }
    }

    private Outcome Stale() => Outcome.Refuse(texts["Ktoś zapisał tę stronę, gdy była tu zmieniana"], nameof(ResolutionOrder.Version));

    private Outcome? FaultOf(ResolutionOrder order)
    {
        if (PlainText.Line(order.Number) is not { Length: > 0 and <= ResolutionMap.LongestNumber })
            return Outcome.Refuse(texts["Podaj numer uchwały, na przykład 14/2026."], "Number");
        if (order.AdoptedOn is not { Year: >= 1989 } day || day > clock.Today())
            return Outcome.Refuse(texts["Podaj datę uchwały, na przykład 12.11.2026; nie może być z przyszłości."], "AdoptedDate");
        if (PlainText.Line(order.Body) is not { Length: > 0 and <= ResolutionMap.LongestBody })
            return Outcome.Refuse(texts["Podaj, kto podjął uchwałę, na przykład Zarząd."], "Body");
        if (PlainText.Line(order.Title) is not { Length: > 0 and <= ResolutionMap.LongestTitle })
            return Outcome.Refuse(texts["Napisz, czego dotyczy uchwała (do 300 znaków)."], "Title");
        if (PlainText.Clean(order.Text).Length > ResolutionMap.LongestText)
            return Outcome.Refuse(texts["Treść uchwały ma do 20 000 znaków. Dłuższą dołącz jako PDF."], "Text");
        return Enum.IsDefined(order.Visibility) ? null : Outcome.Refuse(texts["Wybierz, kto może czytać."], "Visibility");
    }
}
