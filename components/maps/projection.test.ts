import { describe, expect, test } from 'vitest';
import { labelPoint, project, projectOnce, type Ring } from './projection';

const square = (west: number, south: number): Ring => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
];

describe('project', () => {
  test('north is up, west is left, and the sheet is filled to its margin', () => {
    const { shapes, width } = project([{ code: 'a', rings: [square(105, 0)] }], 100, 0);
    expect(width).toBe(100);
    expect(shapes[0]?.path).toBe('M0 100l100 0 0 -100 -100 0 0 100z');
  });
  test('a degree of longitude is shorter than one of latitude away from the equator', () => {
    const { width, height } = project([{ code: 'a', rings: [square(105, 59.5)] }], 100, 0);
    expect(height / width).toBeCloseTo(2, 1);
  });
  test('borders leave out the edge inside a zone and keep the one between two', () => {
    const one = project([{ code: 'a', rings: [square(0, 0)], zone: 1 }, { code: 'b', rings: [square(1, 0)], zone: 1 }]);
    const two = project([{ code: 'a', rings: [square(0, 0)], zone: 1 }, { code: 'b', rings: [square(1, 0)], zone: 2 }]);
    const edges = (path: string) => path.split('M').slice(1).reduce((sum, line) => sum + line.split('l')[1]!.split(' ').length / 2, 0);
    expect([edges(one.borders), edges(two.borders)]).toEqual([6, 7]);
  });
  test('no shapes, no sheet to divide by', () => {
    expect(project([])).toMatchObject({ shapes: [], borders: '' });
  });
});

describe('the place of a name', () => {
  const scaled = (points: [number, number][]) => points.map(([x, y]) => ({ x: x * 10, y: y * 10 }));
  test('is the middle of a plain cell', () => {
    expect(labelPoint(scaled([[0, 0], [8, 0], [8, 6], [0, 6]]))).toEqual({ x: 40, y: 30 });
  });
  test('lies inside a bent cell, in its wide part', () => {
    const { x, y } = labelPoint(scaled([[0, 0], [2, 0], [2, 8], [12, 8], [12, 12], [0, 12]]));
    expect(x).toBe(60);
    expect(y).toBeGreaterThan(85);
  });
});

test('the same shapes are laid out once, other outlines anew', () => {
  const shapes = () => [{ code: 'a', rings }];
  const rings = [square(105, 0)];
  expect(projectOnce(shapes())).toBe(projectOnce(shapes()));
  expect(projectOnce([{ code: 'a', rings: [square(0, 0)] }])).not.toBe(projectOnce(shapes()));
});
