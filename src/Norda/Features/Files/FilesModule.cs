using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Files;

public static class FilesModule
{
    public static void AddFiles(this WebApplicationBuilder builder) => builder.Services.AddScoped<StorePicture>().AddScoped<TakeUploads>().AddScoped<ForgetFiles>();

    /// <summary>The name of a file is the hash of its content, so that it never changes and nobody guesses it.</summary>
    public static void MapFiles(this WebApplication app) => app.MapGet("/pliki/{id:length(32)}.webp", async (string id, AppDb db, HttpResponse response, CancellationToken cancel) =>
    {
        var file = await db.Set<StoredFile>().Where(f => f.Id == id && f.ContentType == "image/webp").Select(f => f.Content).SingleOrDefaultAsync(cancel);
        if (file is null)
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file, "image/webp");
    }).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
}
