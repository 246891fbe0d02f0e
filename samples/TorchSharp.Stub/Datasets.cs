using System.Collections;

namespace TorchSharp
{
    public static partial class torch
    {
        public static class utils
        {
            public static class data
            {
                public abstract class Dataset<T> : IDisposable
                {
                    public abstract long Count { get; }

                    public abstract T GetTensor(long index);

                    public void Dispose() => throw StandIn.CannotRun();
                }

                public abstract class Dataset : Dataset<Dictionary<string, Tensor>>;

                public abstract class IterableDataset : Dataset<IList<Tensor>>;

                public static Modules.DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw StandIn.CannotRun();

                public static Modules.IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) => throw StandIn.CannotRun();
            }
        }
    }

    public static class torchvision
    {
        public interface ITransform
        {
            torch.Tensor call(torch.Tensor input);
        }

        public static class datasets
        {
            public static torch.utils.data.Dataset MNIST(string root, bool train, bool download = false, ITransform target_transform = null) => throw StandIn.CannotRun();

            public static torch.utils.data.Dataset FashionMNIST(string root, bool train, bool download = false, ITransform target_transform = null) => throw StandIn.CannotRun();

            public static torch.utils.data.Dataset KMNIST(string root, bool train, bool download = false, ITransform target_transform = null) => throw StandIn.CannotRun();

            public static torch.utils.data.Dataset CIFAR10(string root, bool train, bool download = false, ITransform target_transform = null) => throw StandIn.CannotRun();

            public static torch.utils.data.Dataset CIFAR100(string root, bool train, bool download = false, ITransform target_transform = null) => throw StandIn.CannotRun();
        }

        public static class models
        {
            public static Modules.ResNet resnet18(int num_classes = 1000, string weights_file = null, bool skipfc = true, torch.Device device = null) => throw StandIn.CannotRun();
        }
    }
}

namespace TorchSharp.Modules
{
    public class DataLoader<T, S> : IEnumerable<S>, IDisposable
    {
        public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn, bool shuffle = true, torch.Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false) => throw StandIn.CannotRun();

        public long Count => throw StandIn.CannotRun();

        public IEnumerator<S> GetEnumerator() => throw StandIn.CannotRun();

        IEnumerator IEnumerable.GetEnumerator() => throw StandIn.CannotRun();

        public void Dispose() => throw StandIn.CannotRun();
    }

    public class DataLoader : DataLoader<Dictionary<string, torch.Tensor>, Dictionary<string, torch.Tensor>>
    {
        public DataLoader(torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, torch.Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, null)
        {
        }
    }

    public class IterableDataLoader : DataLoader<IList<torch.Tensor>, IList<torch.Tensor>>
    {
        public IterableDataLoader(torch.utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, torch.Device device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, null)
        {
        }
    }

    public class ResNet : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal ResNet()
            : base("")
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => throw StandIn.CannotRun();
    }
}
