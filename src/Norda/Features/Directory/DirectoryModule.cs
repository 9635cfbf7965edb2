namespace Norda.Features.Directory;

public static class DirectoryModule
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
    }

    public static void MapDirectoryApi(this WebApplication app)
    {
    }
}
