using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Mail;

/// <summary>Who a letter is for.</summary>
public sealed record Reader(int? UserId, string Email, string? Name);

/// <summary>
/// A letter that the application can send, made of invented data by the code that makes the real one: register one per kind as a
/// singleton. A test asks for every kind that stands in the source.
/// </summary>
/// <param name="Title">For developers, who alone see it.</param>
public sealed record LetterPreview(string Title, Func<IServiceProvider, Letter> Sample)
{
    public LetterPreview(string title, Func<IStringLocalizer<Texts>, Letter> sample) : this(title, services => sample(services.GetRequiredService<IStringLocalizer<Texts>>()))
    {
    }

    public const string Origin = "https://katalog.izba.example";
    public const string Secret = "przykladowy-sekret";
    public static readonly Reader Anna = new(1, "anna@norda.example", "Anna Pokazowa");

    /// <summary>The first part of a letter's unique key: "verify:…" is of kind verify.</summary>
    public static string KindOf(string uniqueKey) => uniqueKey.Split(':')[0];
}
