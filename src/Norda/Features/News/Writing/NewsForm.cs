using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Norda.Platform;

namespace Norda.Features.News.Writing;

public sealed class NewsForm
{
    [Required(ErrorMessage = "Wpisz tytuł aktualności.")]
    [StringLength(NewsMap.LongestTitle, MinimumLength = 5, ErrorMessage = "Tytuł ma od 5 do 200 znaków.")]
    public string Title { get; set; } = "";

    [StringLength(NewsMap.LongestSummary, ErrorMessage = "Zapowiedź ma do 300 znaków.")]
    public string? Summary { get; set; }

    [Required(ErrorMessage = "Napisz treść aktualności.")]
    [StringLength(NewsMap.LongestContent, ErrorMessage = "Treść ma do 20 000 znaków.")]
    public string Content { get; set; } = "";

    [StringLength(NewsMap.LongestAlt, ErrorMessage = "Opis zdjęcia ma do 200 znaków.")]
    public string? PictureAlt { get; set; }

    public bool RemovePicture { get; set; }

    /// <summary>When it appears; empty: at once.</summary>
    public string? Date { get; set; }

    public string? Time { get; set; }

    /// <summary>Whether members get a notice once it is on the site; means nothing after they did.</summary>
    public bool TellsMembers { get; set; } = true;

    /// <summary>Kept, and shown to nobody.</summary>
    public bool IsDraft { get; set; }

    /// <summary>Of the text that the form was filled with.</summary>
    public int Version { get; set; }

    public static NewsForm Of(NewsPost post) => new()
    {
        Title = post.Title, Summary = post.Summary, Content = post.Content, PictureAlt = post.PictureAlt, IsDraft = post.PublishedAt is null, TellsMembers = post.TellsMembers, Version = post.Version,
        Date = post.PublishedAt?.ToWarsaw().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Time = post.PublishedAt?.ToWarsaw().ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    /// <summary>The chosen instant. False where day or hour are no day or hour, or one that the clock leaves out.</summary>
    public bool TryReadMoment(out DateTime? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(Date))
            return string.IsNullOrWhiteSpace(Time);
        var hour = string.IsNullOrWhiteSpace(Time) ? "08:00" : Time.Trim();
        if (!DateOnly.TryParseExact(Date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 2100
            || !TimeOnly.TryParseExact(hour, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || Warsaw.Instants(day, time) is not [var instant, ..])
            return false;
        moment = instant;
        return true;
    }
}
