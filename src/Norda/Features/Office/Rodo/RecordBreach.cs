using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Rodo;

public sealed class BreachForm
{
    [Required(ErrorMessage = "Podaj, kiedy zauważono naruszenie.")]
    public DateTime? Noticed { get; set; }

    [Required(ErrorMessage = "Napisz, co się stało.")]
    [StringLength(DataBreachMap.LongestText, ErrorMessage = "Ten tekst ma do 2000 znaków.")]
    public string Description { get; set; } = "";

    [Required(ErrorMessage = "Napisz, kogo to dotyczy i ilu osób.")]
    [StringLength(DataBreachMap.LongestText, ErrorMessage = "Ten tekst ma do 2000 znaków.")]
    public string Affected { get; set; } = "";

    [Required(ErrorMessage = "Napisz, co zrobiono i co będzie zrobione.")]
    [StringLength(DataBreachMap.LongestText, ErrorMessage = "Ten tekst ma do 2000 znaków.")]
    public string Measures { get; set; } = "";

    public bool IsHarmless { get; set; }
}

/// <summary>Writes a breach into the log; what is written there stays.</summary>
public class RecordBreach(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(BreachForm form, CancellationToken cancel)
    {
        var (now, noticed) = (clock.GetUtcNow().UtcDateTime, TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(form.Noticed!.Value, DateTimeKind.Unspecified), Warsaw.Zone));
        if (noticed > now || noticed.Year < 2018)
            return Outcome.Refuse(texts["Naruszenie zauważono w przeszłości: sprawdź datę."], "Form.Noticed");
        db.Add(new DataBreach
        {
            NoticedAt = noticed, Description = PlainText.Clean(form.Description), Affected = PlainText.Clean(form.Affected), Measures = PlainText.Clean(form.Measures),
            IsHarmless = form.IsHarmless, RecordedBy = me.Id, RecordedAt = now,
        });
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>The authority was told, now.</summary>
    public async Task<bool> Report(int id, CancellationToken cancel)
    {
        if (await db.Set<DataBreach>().SingleOrDefaultAsync(b => b.Id == id && b.ReportedAt == null, cancel) is not { } breach)
            return false;
        breach.ReportedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
